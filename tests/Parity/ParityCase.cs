using System.Globalization;

namespace Research.Parity;

/// <summary>What both engines compute: an operation, sizes whose meaning is its own, and the seed of its inputs and weights.</summary>
internal sealed record ParityCase(string Operation, int[] Sizes, ulong Seed)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Operation} {string.Join(',', Sizes)} {Seed}");

    public static ParityCase Parse(string line)
    {
        string[] words = line.Split(' ');
        return new(
            string.Join(' ', words[..^2]),
            [.. words[^2].Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))],
            ulong.Parse(words[^1], CultureInfo.InvariantCulture)
        );
    }
}
