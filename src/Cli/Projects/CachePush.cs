using System.CommandLine;
using Research.Cli.Commands;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Store;
using Research.Pipeline.Store.Remote;

namespace Research.Cli.Projects;

/// <summary>research cache push [TARGET…]: gives what is stored to the remote store.</summary>
internal static class CachePush
{
    public static ToolCommand Command()
    {
        Argument<string[]> targets = ProjectActions.Targets("target", "Whose results; all by default.");
        return new ToolCommand(
            "push",
            "Signs stored results and gives them to RESEARCH_REMOTE_CACHE; a run gives what it makes by itself.",
            ["research cache push --profile paper"]
        )
            .Taking(targets)
            .DoingOnProject(
                (project, parsed) => Push(project, parsed.GetValue(targets) is { Length: > 0 } given ? given : ["all"])
            );
    }

    private static int Push(Project project, string[] targets)
    {
        if (project.Settings.Remote?.Key is null)
        {
            throw new ResearchException(
                "Nothing can be given without RESEARCH_REMOTE_CACHE=ADDRESS and RESEARCH_SIGNING_KEY=FILE (docs/store.md)."
            );
        }

        Plan plan = project.Plan(targets);
        Manifest[] stored =
        [
            .. plan
                .Steps.Where(step => step.Fingerprint is not null)
                .Select(step => project.Store.Find(step.Fingerprint!.Id))
                .OfType<Manifest>(),
        ];
        foreach (Manifest manifest in stored)
        {
            project.Store.Give(manifest);
        }

        RemoteConnection remote = project.NeedRemote();
        remote.Dispose(); // waits for all
        Terminal.Say($"{remote.Given} of {stored.Length} stored results are there now");
        return remote.Given == stored.Length ? ExitCodes.Well : ExitCodes.Failure;
    }
}
