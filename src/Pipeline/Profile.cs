namespace Research.Pipeline;

/// <summary>Which data and settings a run uses.</summary>
public enum Profile
{
    /// <summary>Generated data, reduced grids: under a minute on two cores, offline.</summary>
    Quick,

    /// <summary>The pinned recordings and the studies' own settings.</summary>
    Paper,
}
