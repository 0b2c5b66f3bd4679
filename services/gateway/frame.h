// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/strings/string_view.h"

namespace entraide::gateway {

// A frame is one byte of flags, four of length (the highest first), and the message.
constexpr size_t kFrameHead = 5;
constexpr unsigned char kCompressedFlag = 0x01;
constexpr unsigned char kConnectEndFlag = 0x02;   // the message is the end of a Connect stream
constexpr unsigned char kWebTrailersFlag = 0x80;  // the message is the trailers of gRPC-Web

std::string Framed(unsigned char flags, absl::string_view message);

// The length that `frame` announces; it has at least a head.
size_t FramedLength(absl::string_view frame);

}  // namespace entraide::gateway
