namespace Research.Pipeline;

/// <summary>An experiment that its study finds: its values for every profile stand in its own file.</summary>
public interface IStudyExperiment
{
    /// <summary>Its place among the experiments of its study, ascending: the order of the original's steps.</summary>
    static abstract int Order { get; }

    /// <summary>The experiment as a profile runs it; null where the profile has none of it.</summary>
    static abstract Experiment? In(Profile profile);
}
