using Research.Numerics;
using Research.Pipeline.Planning;

namespace Research.SelfTests;

/// <summary>research selftest random-graphs: the plan of a random graph is what its run does, and one job gives what eight give.</summary>
public sealed class RandomGraphs(TextWriter output)
{
    private const int MostNodes = 24;
    private const int Rounds = 3;

    /// <returns>What went wrong.</returns>
    public IReadOnlyList<string> Run(int graphs, ulong seed)
    {
        var failures = new List<string>();
        var states = new Dictionary<StepState, int>();
        for (int g = 0; g < graphs; g++)
        {
            string folder = Directory.CreateTempSubdirectory("research-selftest-").FullName;
            try
            {
                failures.AddRange(Try(folder, Rng.For(seed, $"graph {g}"), states).Select(message => $"graph {g}: {message}"));
            }
            finally
            {
                Delete(folder);
            }

            if ((g + 1) % 250 == 0 || g + 1 == graphs)
            {
                string counts = string.Join(
                    ", ",
                    states.OrderBy(state => state.Key).Select(state => $"{state.Value} {PlanText.Word(state.Key)}")
                );
                output.WriteLine($"{g + 1} graphs: planned and done: {counts}; {failures.Count} wrong");
            }
        }

        return failures;
    }

    private static IEnumerable<string> Try(string folder, Rng rng, Dictionary<StepState, int> states)
    {
        var failures = new List<string>();
        RandomNode[] nodes = Draw(rng);
        for (int round = 0; round < Rounds; round++)
        {
            string[] asked =
            [
                .. nodes.Where(_ => rng.NextDouble() < 0.5).Select(node => node.Name).DefaultIfEmpty(nodes[^1].Name),
            ];
            var one = new Side(Path.Combine(folder, "one"), 1);
            var eight = new Side(Path.Combine(folder, "eight"), 8);
            foreach (Side side in new[] { one, eight })
            {
                side.RunAndCompare(nodes, asked, failures, states);
            }

            foreach (RandomNode node in nodes.Where(node => node.Published && asked.Contains(node.Name)))
            {
                if (one.ContentOf(node) != eight.ContentOf(node))
                {
                    failures.Add($"round {round}: {node.Name} differs between one job and eight");
                }
            }

            Harm(one, eight, nodes, rng);
            nodes = Change(nodes, rng);
        }

        return failures;
    }

    private static RandomNode[] Draw(Rng rng)
    {
        int count = 2 + rng.NextInt(MostNodes - 1);
        var nodes = new RandomNode[count];
        for (int i = 0; i < count; i++)
        {
            string[] upstream =
            [
                .. Enumerable.Range(0, i).Where(_ => rng.NextDouble() < 2.0 / Math.Max(2, i)).Select(j => nodes[j].Name),
            ];
            nodes[i] = new RandomNode($"n{i}", rng.NextInt(5), upstream, rng.NextDouble() < 0.5, rng.NextDouble() < 0.03);
        }

        return nodes;
    }

    // Some values change, some go back to a former one: values are few.
    private static RandomNode[] Change(RandomNode[] nodes, Rng rng) =>
        [
            .. nodes.Select(node =>
                rng.NextDouble() < 0.15
                    ? new RandomNode(node.Name, rng.NextInt(5), node.Upstream, node.Published, rng.NextDouble() < 0.03)
                    : node
            ),
        ];

    // The same harm on both sides: outputs edited or gone, objects cut short.
    private static void Harm(Side one, Side eight, RandomNode[] nodes, Rng rng)
    {
        foreach (RandomNode node in nodes.Where(node => node.Published))
        {
            double draw = rng.NextDouble();
            one.Harm(node, draw);
            eight.Harm(node, draw);
        }

        if (rng.NextDouble() < 0.3)
        {
            double which = rng.NextDouble();
            one.CutAnObject(which);
            eight.CutAnObject(which);
        }
    }

    private static void Delete(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(folder, recursive: true);
    }
}
