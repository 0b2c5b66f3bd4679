// SPDX-License-Identifier: EUPL-1.2
#include "services/gateway/frame.h"

#include "absl/strings/str_cat.h"

namespace entraide::gateway {

std::string Framed(unsigned char flags, absl::string_view message) {
  std::string frame(1, static_cast<char>(flags));
  for (const int shift : {24, 16, 8, 0}) {
    frame += static_cast<char>(message.size() >> shift & 0xff);
  }
  return absl::StrCat(frame, message);
}

size_t FramedLength(absl::string_view frame) {
  size_t length = 0;
  for (size_t i = 1; i < kFrameHead; ++i) {
    length = length << 8 | static_cast<unsigned char>(frame[i]);
  }
  return length;
}

}  // namespace entraide::gateway
