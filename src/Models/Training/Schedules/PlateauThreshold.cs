namespace Research.Models.Training.Schedules;

/// <summary>What the threshold of <see cref="ReduceOnPlateau"/> is measured in.</summary>
public enum PlateauThreshold
{
    /// <summary>Shares of the best value.</summary>
    Relative,

    /// <summary>The metric's own units.</summary>
    Absolute,
}
