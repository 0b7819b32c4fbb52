using System.CommandLine;
using Research.Cli.Projects;
using Research.Pipeline;

namespace Research.Build.Runs;

/// <summary>--from FILE: the results of an archive before anything is planned. What came is restored by the run, like any other result of the store.</summary>
internal sealed class FromArchive : Option<string?>
{
    public FromArchive()
        : base("--from") =>
        Description =
            "An archive of results ('research cache export'): they are taken into the store first, and a tenth of them, drawn at random, is recomputed.";

    /// <summary>Takes the archive, where one is named.</summary>
    /// <returns>0 where all is well, and the run can begin.</returns>
    public int Take(ParseResult parsed, BuildOptions options, Project project, CancellationToken cancellation)
    {
        if (parsed.GetValue(this) is not { } archive)
        {
            return ExitCodes.Well;
        }

        project.Hashes.Watched.Add(Path.GetFullPath(archive));
        return CacheArchives.Take(project, archive, signed: false, trustful: false, options.Bounds, cancellation);
    }
}
