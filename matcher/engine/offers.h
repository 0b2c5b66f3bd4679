// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <vector>

#include "matcher/engine/offer.h"

namespace entraide::matcher {

// Offers by their id, each once. Immutable, and cheap to copy: copies share the offers, which live
// as long as one of those who hold them.
class Offers {
 public:
  using Shared = std::shared_ptr<const Offer>;

  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Offer;
    using difference_type = std::ptrdiff_t;
    using pointer = const Offer*;
    using reference = const Offer&;

    Iterator() = default;
    explicit Iterator(const Shared* at) : at_(at) {}
    const Offer& operator*() const { return **at_; }
    const Offer* operator->() const { return at_->get(); }
    Iterator& operator++() { return ++at_, *this; }
    Iterator operator++(int) { return Iterator(at_++); }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const Shared* at_ = nullptr;
  };

  Offers() = default;
  explicit Offers(std::vector<Shared> in_order)
      : all_(std::make_shared<const std::vector<Shared>>(std::move(in_order))) {}

  size_t size() const { return all_ == nullptr ? 0 : all_->size(); }
  bool empty() const { return size() == 0; }
  const Offer& operator[](size_t place) const { return *(*all_)[place]; }
  const Offer& front() const { return (*this)[0]; }
  Iterator begin() const { return Iterator(all_ == nullptr ? nullptr : all_->data()); }
  Iterator end() const { return Iterator(all_ == nullptr ? nullptr : all_->data() + size()); }

  // Its place; none: it is not among them.
  std::optional<size_t> Find(const OfferId& id) const;

  // These, but for those of `changed`, which is by id too: what each has become, or that it is not
  // there any more.
  struct Changed {
    OfferId id{};
    Shared now{};  // Null: gone.
  };
  Offers With(const std::vector<Changed>& changed) const;

 private:
  std::shared_ptr<const std::vector<Shared>> all_{};
};

}  // namespace entraide::matcher
