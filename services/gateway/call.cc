// SPDX-License-Identifier: EUPL-1.2
#include "services/gateway/call.h"

#include <grpcpp/client_context.h>
#include <grpcpp/completion_queue.h>
#include <grpcpp/support/byte_buffer.h>

#include <utility>

namespace entraide::gateway {
namespace {

std::string Joined(const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  if (!buffer.Dump(&slices).ok()) return "";
  std::string bytes;
  bytes.reserve(buffer.Length());
  for (const grpc::Slice& slice : slices) {
    bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return bytes;
}

}  // namespace

Outcome Invoke(grpc::GenericStub& stub, const Call& call) {
  grpc::ClientContext context;
  context.set_deadline(absl::ToChronoTime(call.deadline));
  for (const http::Header& header : call.metadata) context.AddMetadata(header.name, header.value);
  grpc::Slice slice(call.request);
  const grpc::ByteBuffer request(&slice, 1);
  grpc::ByteBuffer response;
  Outcome outcome;
  grpc::CompletionQueue queue;  // of this call alone: no other thread takes part
  const auto reader = stub.PrepareUnaryCall(&context, call.method, request, &queue);
  reader->StartCall();
  reader->Finish(&response, &outcome.status, nullptr);
  void* tag = nullptr;
  bool ok = false;
  queue.Next(&tag, &ok);
  queue.Shutdown();
  while (queue.Next(&tag, &ok)) {
  }
  if (outcome.status.ok()) outcome.response = Joined(response);
  return outcome;
}

}  // namespace entraide::gateway
