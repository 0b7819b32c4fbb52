namespace Research.Models.Training.Schedules;

/// <summary>Which way a metric improves.</summary>
public enum Better
{
    /// <summary>As losses do.</summary>
    Lower,

    /// <summary>As accuracies do.</summary>
    Higher,
}
