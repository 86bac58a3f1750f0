"""PageRank by igraph, for comparison: reads a graph, writes each member's share, and prints how long it took.

python3 pagerank.py MEMBERS EDGES RESULT
EDGES: little-endian int32, three for each pair: who was helped, who helped, how often. RESULT: float64 by member.
"""

import sys
import time

import igraph
import numpy

members, edges, result = int(sys.argv[1]), sys.argv[2], sys.argv[3]
rows = numpy.fromfile(edges, dtype="<i4").reshape(-1, 3)
graph = igraph.Graph(n=members, edges=rows[:, :2], directed=True)
weights = rows[:, 2].astype(float).tolist()


def timed(step):
    """The result of a step, and its seconds: what is quickly done is done for a second, and the middle time counts."""
    laps = []
    while sum(laps) < 1:
        start = time.perf_counter()
        result = step()
        laps.append(time.perf_counter() - start)
    return result, sorted(laps)[len(laps) // 2]


# What it takes to hand the weights over from Python is none of the computation.
_, handing = timed(lambda: graph.strength(0, weights=weights))
shares, whole = timed(lambda: graph.pagerank(damping=0.85, weights=weights, implementation="prpack"))
seconds = whole - handing
numpy.asarray(shares, dtype="<f8").tofile(result)
print(seconds)
