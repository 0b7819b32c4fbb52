using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>Whole groups drawn at random until each part has so many items: a random split as large as a published one, against which that can be held.</summary>
/// <remarks>A part is full once it has its number; its last group may bring it over. Items that are left take no part.</remarks>
public sealed record SizedSplit : Protocol
{
    public required int TrainItems { get; init; }

    /// <summary>0 for no validation.</summary>
    public required int ValidationItems { get; init; }

    public required int TestItems { get; init; }

    /// <summary>Name of the stream of random numbers.</summary>
    public required string Stream { get; init; }

    /// <exception cref="ResearchException">There are too few items.</exception>
    public override TrainValidationTest Of(SplitItems items, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(items);
        string[] groups = [.. items.Groups.Distinct().Order(StringComparer.Ordinal)];
        var left = new Queue<string>(Rng.For(seed, Stream).Permutation(groups.Length).Select(g => groups[g]));
        ILookup<string, int> members = Enumerable.Range(0, items.Count).ToLookup(i => items.Groups[i]);
        (int[] test, int[] validation, int[] train) = (Take(TestItems), Take(ValidationItems), Take(TrainItems));
        return new(train, validation, test);

        int[] Take(int count)
        {
            var part = new List<int>();
            while (part.Count < count)
            {
                part.AddRange(
                    members[
                        left.TryDequeue(out string? group)
                            ? group
                            : throw new ResearchException(
                                $"Parts of {TrainItems}, {ValidationItems} and {TestItems} items cannot be drawn from {items.Count}: ask for fewer."
                            )
                    ]
                );
            }

            return [.. part.Order()];
        }
    }
}
