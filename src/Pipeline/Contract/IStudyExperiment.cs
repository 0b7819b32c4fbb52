namespace Research.Pipeline;

/// <summary>An experiment that its study finds: its values for every profile stand in its own file.</summary>
public interface IStudyExperiment
{
    /// <summary>Its place among the experiments of its study, ascending: the order of the original's steps.</summary>
    static abstract int Order { get; }

    /// <summary>The experiment as a profile runs it; null where the profile has none of it. It is not asked for profile full.</summary>
    static abstract Experiment? In(Profile profile);

    /// <summary>The experiment as profile full runs it, where that has more than paper: trials that need a GPU. Null, as by default, for paper's.</summary>
    static virtual Experiment? Full() => null;
}
