// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/templates.h"

#include <sodium.h>

#include <exception>
#include <kainjow/mustache.hpp>

#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "clients/web/messages.h"
#include "web_assets.h"

namespace entraide::web {
namespace {

namespace mustache = kainjow::mustache;

constexpr absl::string_view kFolder = "templates/";

mustache::data ToData(const View& view) {
  mustache::data data{mustache::data::type::object};
  for (const auto& [name, text] : view.texts()) {
    data.set(name, text.empty() ? mustache::data{false} : mustache::data{text});
  }
  for (const auto& [name, children] : view.lists()) {
    mustache::data list{mustache::data::type::list};
    for (const View& child : children) list.push_back(ToData(child));
    data.set(name, list);
  }
  return data;
}

// What every template reaches: the sentences as `t`, and the other templates.
mustache::data MakeCommon() {
  mustache::data sentences{mustache::data::type::object};
  for (const auto& [key, sentence] : Sentences()) sentences.set(key, sentence);
  mustache::data common{mustache::data::type::object};
  common.set("t", sentences);
  for (const auto& [path, bytes] : assets::Files()) {
    absl::string_view name = path;
    if (!absl::StartsWith(name, kFolder) || !absl::ConsumeSuffix(&name, ".html")) continue;
    common.set(std::string(name), std::string(bytes));
  }
  return common;
}

const mustache::data& Common() {
  static const auto& common = *new mustache::data(MakeCommon());
  return common;
}

std::string Hash() {
  std::string all;
  for (const auto& [path, bytes] : assets::Files()) absl::StrAppend(&all, path, "\n", bytes);
  unsigned char hash[crypto_generichash_BYTES_MIN];
  crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(all.data()),
                     all.size(), nullptr, 0);
  return absl::BytesToHexString(
      absl::string_view(reinterpret_cast<const char*>(hash), sizeof hash / 2));
}

}  // namespace

absl::StatusOr<std::string> Render(absl::string_view name, const View& view) {
  try {
    const mustache::data* source = Common().get(absl::StrCat(kFolder, name));
    if (source == nullptr) return absl::InternalError(absl::StrCat("no template ", name));
    mustache::mustache page(source->string_value());
    const mustache::data data = ToData(view);
    mustache::context<std::string> context(&Common());
    context.push(&data);
    std::string text = page.render(context);
    if (!page.is_valid()) {
      return absl::InternalError(absl::StrCat("template ", name, ": ", page.error_message()));
    }
    return text;
  } catch (const std::exception&) {
    return absl::InternalError(absl::StrCat("template ", name, " failed"));
  }
}

const std::string& AssetVersion() {
  static const auto& version = *new std::string(Hash());
  return version;
}

}  // namespace entraide::web
