using System.Globalization;
using Research.Numerics;

namespace Research.Results.Claims;

/// <summary>How a verdict is reached, and how it is written.</summary>
public static class Verdicts
{
    /// <summary>Compares our figure with the published one.</summary>
    /// <param name="ours">Mean, interval and count of test items.</param>
    /// <param name="published">The published figure.</param>
    public static Verdict Of(Figure ours, double published)
    {
        double difference = ours.Mean - published;
        // Marks are moved to show what hangs on them, not to let more values pass.
        bool within = ours.RunsDifferBy != RunsDifferBy.Marks && (ours.Interval?.Contains(published) ?? false);
        bool near = Math.Abs(difference) <= Math.Max(BinomialSlack(ours, published), ours.ComparedWithin);
        bool rounded = ours.Interval is null && Math.Abs(difference) <= HalfOfLastPlace(published);
        return within || near || rounded ? Verdict.Reproduced
            : difference > 0 ? Verdict.Higher
            : Verdict.Lower;
    }

    public static string Words(this Verdict verdict) =>
        verdict switch
        {
            Verdict.Reproduced => "reproduced",
            Verdict.Higher => "higher",
            Verdict.Lower => "lower",
            Verdict.DataNotPublic => "data not public",
            Verdict.StandIn => "other data",
            Verdict.Timed => "timed, see timings.csv",
            Verdict.NotAttempted => "not attempted",
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "There is no such verdict."),
        };

    // A single number is compared as far as the published one was printed: 29.66 frames are the 30 of a text.
    private static double HalfOfLastPlace(double published)
    {
        string text = published.ToString("R", CultureInfo.InvariantCulture);
        int point = text.IndexOf('.', StringComparison.Ordinal);
        bool exponent = text.Contains('E', StringComparison.Ordinal);
        return exponent ? 0 : 0.5 * PortableMath.Pow(10.0, point < 0 ? 0 : -(text.Length - point - 1));
    }

    // Two standard errors of a proportion with the published value on as many items as we tested.
    private static double BinomialSlack(Figure ours, double published) =>
        ours.TestItems is { } items && published is >= 0 and <= 1 ? 2 * Math.Sqrt(published * (1 - published) / items) : 0;
}
