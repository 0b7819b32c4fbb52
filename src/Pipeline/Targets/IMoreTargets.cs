namespace Research.Pipeline.Targets;

/// <summary>A catalogue with targets beyond those that follow from its studies.</summary>
public interface IMoreTargets
{
    /// <summary>The additional targets of a profile.</summary>
    IReadOnlyList<Target> Others(Profile profile);
}
