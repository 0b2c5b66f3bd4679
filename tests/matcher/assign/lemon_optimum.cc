// SPDX-License-Identifier: EUPL-1.2
#include "tests/matcher/assign/lemon_optimum.h"

#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

#include <cstdlib>
#include <ctime>
#include <utility>

namespace entraide::matcher::assign {
namespace {

using Graph = lemon::StaticDigraph;
using Simplex = lemon::NetworkSimplex<Graph, int, std::int64_t>;

// The arcs in the order of their sources, as StaticDigraph wants them.
struct Arcs {
  std::vector<std::pair<int, int>> ends{};
  std::vector<std::int64_t> costs{};
  std::vector<int> capacities{};

  void Add(int from, int to, std::int64_t cost, int capacity) {
    ends.emplace_back(from, to);
    costs.push_back(cost);
    capacities.push_back(capacity);
  }
};

Arcs ArcsOf(const LemonNetwork& network, int sink) {
  Arcs arcs;
  size_t next = 0;
  for (int task = 0; task < network.task_count; ++task) {
    for (; next < network.arcs.size() && network.arcs[next].task == task; ++next) {
      const LemonArc& arc = network.arcs[next];
      arcs.Add(task, network.task_count + arc.place, arc.cost, 1);
    }
    arcs.Add(task, sink, network.unserved_cost, 1);
  }
  for (size_t place = 0; place < network.capacities.size(); ++place) {
    const int node = network.task_count + static_cast<int>(place);
    for (const std::int64_t cost : network.seat_costs[place]) arcs.Add(node, sink, cost, 1);
    if (network.seat_costs[place].empty()) arcs.Add(node, sink, 0, network.capacities[place]);
  }
  return arcs;
}

}  // namespace

LemonAnswer LemonOptimum(const LemonNetwork& network) {
  const int sink = network.task_count + static_cast<int>(network.capacities.size());
  const Arcs arcs = ArcsOf(network, sink);
  Graph graph;
  graph.build(sink + 1, arcs.ends.begin(), arcs.ends.end());
  Graph::ArcMap<std::int64_t> costs(graph);
  Graph::ArcMap<int> capacities(graph);
  for (size_t i = 0; i < arcs.ends.size(); ++i) {
    const Graph::Arc arc = graph.arc(static_cast<int>(i));
    costs[arc] = arcs.costs[i];
    capacities[arc] = arcs.capacities[i];
  }
  Graph::NodeMap<int> supplies(graph, 0);
  for (int task = 0; task < network.task_count; ++task) supplies[graph.node(task)] = 1;
  supplies[graph.node(sink)] = -network.task_count;

  const std::clock_t start = std::clock();
  Simplex simplex(graph);
  simplex.upperMap(capacities).costMap(costs).supplyMap(supplies);
  if (simplex.run(Simplex::BLOCK_SEARCH) != Simplex::OPTIMAL) std::abort();
  const std::int64_t cost = simplex.totalCost<std::int64_t>();
  return {cost, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC};
}

}  // namespace entraide::matcher::assign
