namespace Research.Experiments.Digits;

/// <summary>How inexact marks of vowels are, which the reports do not give.</summary>
internal sealed record MarkSlips
{
    /// <summary>How far each end of a mark is moved to either side.</summary>
    public required double Seconds { get; init; }

    /// <summary>Places of each end within that.</summary>
    public required int Places { get; init; }

    /// <summary>Relative difference from a published value that marks and Praat's versions explain beside that.</summary>
    public required double Agreement { get; init; }

    /// <summary>Seconds by which an end is moved, from the earliest place to the latest.</summary>
    public double[] OfAnEnd() =>
        [.. Enumerable.Range(0, Places).Select(k => Seconds * ((2.0 * k / Math.Max(1, Places - 1)) - 1))];
}
