namespace Research.Pipeline;

/// <summary>Which data and settings a run uses.</summary>
public enum Profile
{
    /// <summary>Generated data, reduced grids: some minutes on two cores, offline.</summary>
    Quick,

    /// <summary>The pinned recordings and the studies' own settings.</summary>
    Paper,

    /// <summary>As paper, but the long experiments run a stated sample of their cells: enough for CI to verify that their rows come out as they were.</summary>
    Sample,

    /// <summary>All of paper, and what needs a GPU: experiments that have such trials say so (<see cref="IStudyExperiment.Full"/>), the others are paper's.</summary>
    Full,
}
