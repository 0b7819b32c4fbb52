using CsCheck;
using Research.Pipeline.Closures;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Tests.Targets;

/// <summary>A target of a random graph: writes one value.</summary>
internal sealed class RandomTarget(string name, string value, IReadOnlyList<string> upstream) : Target
{
    public override string Name => name;

    public override TargetKind Kind => TargetKind.Tables;

    public override IReadOnlyList<string> Upstream => upstream;

    public override IReadOnlyDictionary<string, string> MoreSettings => new Dictionary<string, string> { ["value"] = value };

    public override CodeRoots Roots => OwnMake;

    public override void Make(Job job) => job.Write("value.txt", value);
}

/// <summary>Who reads whom: [i, j] where target i reads target j.</summary>
internal sealed record RandomEdges(bool[,] Reads, int[] Order)
{
    private const int Most = 9;

    /// <summary>Without cycles: a target reads only those of lower number. Listed in any order.</summary>
    public static Gen<RandomEdges> Acyclic => Draw((i, j) => j < i);

    /// <summary>Any target may read any other, itself included.</summary>
    public static Gen<RandomEdges> Any => Draw((_, _) => true);

    public int Count => Order.Length;

    /// <summary>The oracle: [i, j] where a path of one edge or more leads from i up to j (Warshall, 1962).</summary>
    public bool[,] Paths()
    {
        var paths = (bool[,])Reads.Clone();
        for (int k = 0; k < Count; k++)
        {
            for (int i = 0; i < Count; i++)
            {
                for (int j = 0; j < Count; j++)
                {
                    paths[i, j] |= paths[i, k] && paths[k, j];
                }
            }
        }

        return paths;
    }

    /// <param name="valueOf">What a target writes.</param>
    public IEnumerable<Target> Targets(string prefix, Func<int, string> valueOf) =>
        Order.Select(i => new RandomTarget(
            $"{prefix}{i}",
            valueOf(i),
            [.. Enumerable.Range(0, Count).Where(j => Reads[i, j]).Select(j => $"{prefix}{j}")]
        ));

    public override string ToString() =>
        string.Join("; ", Order.Select(i => $"{i} reads {string.Join(' ', Enumerable.Range(0, Count).Where(j => Reads[i, j]))}"));

    // Two edges a target on average.
    private static Gen<RandomEdges> Draw(Func<int, int, bool> may) =>
        Gen.Int[1, Most]
            .SelectMany(count =>
                Gen.Select(
                    Gen.Int[0, count].Array[count * count],
                    Gen.Shuffle(Enumerable.Range(0, count).ToArray()),
                    (draws, order) =>
                    {
                        var reads = new bool[count, count];
                        for (int i = 0; i < count * count; i++)
                        {
                            reads[i / count, i % count] = draws[i] < 2 && may(i / count, i % count);
                        }

                        return new RandomEdges(reads, order);
                    }
                )
            );
}
