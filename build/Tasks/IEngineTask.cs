using Research.Pipeline;

namespace Research.Build.Tasks;

/// <summary>A task of the build graph that stands for targets of the engine.</summary>
public interface IEngineTask
{
    /// <summary>Names that the engine resolves.</summary>
    IReadOnlyList<string> Targets(Profile profile);
}
