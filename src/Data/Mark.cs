namespace Research.Data;

/// <summary>What is known to be true of a stretch of an item: a phoneme with its formants, a beat, a chord.</summary>
/// <param name="Label">What it is.</param>
/// <param name="StartSeconds">From the item's start.</param>
/// <param name="EndSeconds">From the item's start; the start itself for an instant.</param>
/// <param name="Values">Measures of it by name, such as f0 and F1 in hertz.</param>
public sealed record Mark(string Label, double StartSeconds, double EndSeconds, IReadOnlyDictionary<string, double> Values);
