namespace Research.Models.Training.Schedules;

/// <summary>The line that a rate follows from one value to another.</summary>
public enum Annealing
{
    /// <summary>Half a cosine: slow at both ends.</summary>
    Cosine,

    Linear,
}
