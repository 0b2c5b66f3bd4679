// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/auth/access.h"

#include <google/protobuf/descriptor.h>

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"

namespace entraide::auth {
namespace {

using google::protobuf::DescriptorPool;
using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;

// What every gRPC server has; no business in it.
bool IsExempt(absl::string_view service) {
  return service == "grpc.health.v1.Health" || absl::StartsWith(service, "grpc.reflection.");
}

bool Opens(const access::v1::Access& access) {
  return access.anybody() || access.all_size() > 0 || access.own_size() > 0 ||
         access.services_size() > 0;
}

template <typename List, typename Value>
bool Holds(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

absl::Status Undeclared(absl::string_view what) {
  return WithReason(absl::FailedPreconditionError(absl::StrCat(what, " declares no access")),
                    "ACCESS_UNDECLARED");
}

}  // namespace

absl::StatusOr<AccessTable> AccessTable::Of(const std::vector<std::string>& services) {
  AccessTable table;
  for (const std::string& name : services) {
    if (IsExempt(name)) continue;
    const ServiceDescriptor* service = DescriptorPool::generated_pool()->FindServiceByName(name);
    if (service == nullptr) return Undeclared(name);
    for (int i = 0; i < service->method_count(); ++i) {
      const MethodDescriptor& method = *service->method(i);
      const access::v1::Access& access = method.options().GetExtension(access::v1::access);
      if (!Opens(access)) return Undeclared(method.full_name());
      table.by_method_[absl::StrCat("/", name, "/", method.name())] = access;
    }
  }
  return table;
}

absl::Status AccessTable::Check(absl::string_view method, const Caller& caller) const {
  const auto found = by_method_.find(method);
  if (found == by_method_.end()) return Undeclared(method);
  const access::v1::Access& access = found->second;
  if (access.anybody()) return absl::OkStatus();
  if (!caller.service.empty() && Holds(access.services(), caller.service)) return absl::OkStatus();
  if (Holds(access.all(), caller.role) || Holds(access.own(), caller.role)) return absl::OkStatus();
  const bool wants_role = access.all_size() > 0 || access.own_size() > 0;
  if (wants_role && caller.role == access::v1::ROLE_ANON) {
    return WithReason(absl::UnauthenticatedError("sign in first"), "CREDENTIAL_MISSING");
  }
  return WithReason(absl::PermissionDeniedError("not for this role"), "ROLE_FORBIDS");
}

}  // namespace entraide::auth
