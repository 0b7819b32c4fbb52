namespace Research.Models.Training.RangeTest;

/// <summary>One step of a range test.</summary>
/// <param name="Loss">Of the batch, before the update with this rate.</param>
public sealed record RangeTestPoint(double Rate, double Loss, double Smoothed);
