namespace Research.Pipeline;

/// <summary>An experiment that its study finds: its values for every profile stand in its own file.</summary>
public interface IStudyExperiment
{
    /// <summary>Its place among the experiments of its study, ascending: the order of the original's steps.</summary>
    static abstract int Order { get; }

    /// <summary>The experiment as a profile runs it; null where the profile has none of it. Profile full is asked only where it has trials of its own (<see cref="IFullExperiment"/>).</summary>
    static abstract Experiment? In(Profile profile);
}

/// <summary>An experiment that has more in profile full than in paper: what needs a GPU.</summary>
public interface IFullExperiment : IStudyExperiment;
