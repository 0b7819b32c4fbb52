namespace Research.Models.Training.Schedules;

/// <summary>Momentum at the highest rate, and at the ends of a cycle; PyTorch's defaults are 0.85 and 0.95.</summary>
public sealed record MomentumRange(double Lowest, double Highest);
