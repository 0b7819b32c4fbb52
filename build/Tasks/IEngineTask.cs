using Research.Pipeline;

namespace Research.Build.Tasks;

/// <summary>A task of the build graph that stands for targets of the engine.</summary>
internal interface IEngineTask
{
    /// <summary>Whether a run of that profile has anything of it.</summary>
    bool IsIn(Profile profile) => true;

    /// <summary>Names that the engine resolves.</summary>
    IReadOnlyList<string> Targets(Profile profile);

    /// <summary>Whether it writes nothing itself, so that a run whose targets are all up to date can be remembered.</summary>
    /// <remarks>Files that such a task reads, and the engine did not, it adds to the watched paths before it reads them.</remarks>
    bool OnlyTells { get; }
}
