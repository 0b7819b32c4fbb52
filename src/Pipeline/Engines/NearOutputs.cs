using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Research.Pipeline.Engines;

/// <summary>Compares a target's outputs where an engine's bits may change: texts by their numbers, other files by their size.</summary>
public static partial class NearOutputs
{
    /// <summary>Largest difference of two numbers, relative to the larger or to 1: float32 rounding over a training of hundreds of steps.</summary>
    public const double Tolerance = 1e-3;

    private static readonly string[] Texts = [".csv", ".json", ".md"];

    /// <summary>Whether two contents of a file say the same within the tolerance.</summary>
    /// <remarks>A model's weights are compared by their size alone: what they predict stands in the predictions.</remarks>
    public static bool AreNear(string name, byte[] a, byte[] b) =>
        Texts.Contains(Path.GetExtension(name))
            ? AreNear(Encoding.UTF8.GetString(a), Encoding.UTF8.GetString(b))
            : a.Length == b.Length;

    private static bool AreNear(string a, string b)
    {
        MatchCollection left = Number().Matches(a);
        MatchCollection right = Number().Matches(b);
        return Number().Replace(a, "#") == Number().Replace(b, "#")
            && left.Zip(right).All(pair => AreNear(Value(pair.First), Value(pair.Second)));
    }

    private static bool AreNear(double a, double b) =>
        a.Equals(b) || Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));

    private static double Value(Match match) => double.Parse(match.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?\d+(\.\d+)?([eE][-+]?\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
