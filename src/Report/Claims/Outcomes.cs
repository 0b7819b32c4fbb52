using Research.Results.Claims;
using Research.Results.Metrics;

namespace Research.Report.Claims;

/// <summary>How an outcome follows from a verdict, and how it is written and coloured.</summary>
internal static class Outcomes
{
    /// <summary>In the order of a legend.</summary>
    public static IReadOnlyList<Outcome> All { get; } =
    [
        Outcome.Reproduced,
        Outcome.Better,
        Outcome.Worse,
        Outcome.Above,
        Outcome.Below,
        Outcome.OtherData,
        Outcome.Timed,
        Outcome.DataNotPublic,
        Outcome.NotAttempted,
    ];

    private static readonly Verdict[] Known =
    [
        Verdict.Reproduced,
        Verdict.Higher,
        Verdict.Lower,
        Verdict.DataNotPublic,
        Verdict.StandIn,
        Verdict.Timed,
        Verdict.NotAttempted,
    ];

    /// <summary>Of a verdict as a table has it; null for an empty cell and for a word that is none.</summary>
    /// <param name="verdict">Such as "lower".</param>
    /// <param name="quantity">Such as "loss", whose lower is better.</param>
    public static Outcome? Of(string verdict, string quantity) =>
        Known.Where(known => known.Words() == verdict).Select(known => (Outcome?)Of(known, quantity)).FirstOrDefault();

    /// <summary>Whether ours and the published figure were measured on the same data, so that they agree or not.</summary>
    public static bool IsCompared(this Outcome outcome) => outcome <= Outcome.Below;

    public static string Words(this Outcome outcome) =>
        outcome switch
        {
            Outcome.OtherData => "other data",
            Outcome.Timed => "timed",
            Outcome.DataNotPublic => "data not public",
            Outcome.NotAttempted => "not attempted",
            Outcome.Reproduced => "reproduced",
            Outcome.Better => "better",
            Outcome.Worse => "worse",
            Outcome.Above => "above",
            Outcome.Below => "below",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no such outcome."),
        };

    /// <summary>What the word means, for a legend.</summary>
    public static string Explained(this Outcome outcome) =>
        outcome switch
        {
            Outcome.Reproduced => "within our 95 % interval, or as near as its printed digits",
            Outcome.Better => "ours differs for the better: a higher score or a lower error",
            Outcome.Worse => "ours differs for the worse",
            Outcome.Above => "ours is higher, of a quantity that has no better or worse",
            Outcome.Below => "ours is lower, of a quantity that has no better or worse",
            Outcome.OtherData => "the study's recordings cannot be had; ours is measured on others, so the two are not compared",
            Outcome.Timed => "a duration on another machine; ours stands in the experiment's timings.csv",
            Outcome.DataNotPublic => "the study's recordings cannot be had, and none stand in",
            Outcome.NotAttempted => "no experiment measures it yet",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no such outcome."),
        };

    /// <summary>Its class in the page's style.</summary>
    public static string Style(this Outcome outcome) =>
        outcome switch
        {
            Outcome.Reproduced or Outcome.Better or Outcome.Worse => outcome.Words(),
            Outcome.Above or Outcome.Below => "beside",
            Outcome.OtherData => "other",
            _ => "open",
        };

    private static Outcome Of(Verdict verdict, string quantity) =>
        (verdict, MetricDirections.Of(quantity)) switch
        {
            (Verdict.Reproduced, _) => Outcome.Reproduced,
            (Verdict.Higher, MetricDirection.HigherIsBetter) or (Verdict.Lower, MetricDirection.LowerIsBetter) => Outcome.Better,
            (Verdict.Lower, MetricDirection.HigherIsBetter) or (Verdict.Higher, MetricDirection.LowerIsBetter) => Outcome.Worse,
            (Verdict.Higher, _) => Outcome.Above,
            (Verdict.Lower, _) => Outcome.Below,
            (Verdict.StandIn, _) => Outcome.OtherData,
            (Verdict.Timed, _) => Outcome.Timed,
            (Verdict.DataNotPublic, _) => Outcome.DataNotPublic,
            _ => Outcome.NotAttempted,
        };
}
