using System.Diagnostics;
using Research.Numerics;

namespace Research.SelfTests;

/// <summary>research selftest kill: runs are killed with SIGKILL at random moments; what they end with is what an uninterrupted run gives.</summary>
/// <param name="tool">The tool.</param>
/// <param name="output">Takes a line now and then.</param>
public sealed class KillTest(Tool tool, TextWriter output)
{
    private const int LongestMilliseconds = 1800;

    /// <summary>Who is killed.</summary>
    private enum Victim
    {
        Engine,
        Worker,
        Everyone,
    }

    /// <param name="kills">How many.</param>
    /// <param name="seed">Of the moments and the victims.</param>
    /// <returns>What went wrong.</returns>
    public IReadOnlyList<string> Run(int kills, ulong seed)
    {
        var failures = new List<string>();
        using SmallWorkspace workspace = SmallWorkspace.Create();
        Dictionary<string, string> expected = Uninterrupted(workspace);
        string slow = workspace
            .Read("source/Catalogue.cs")
            .Replace("StepMilliseconds = 0", "StepMilliseconds = 25", StringComparison.Ordinal);
        workspace.Write("source/Catalogue.cs", slow);
        workspace.Compile();
        Forget(workspace);
        var rng = Rng.For(seed, "kill");
        (int hit, int continued, int finished) = (0, 0, 0);
        for (int kill = 1; kill <= kills; kill++)
        {
            (bool struck, string? trouble) = Kill(workspace, rng);
            hit += struck ? 1 : 0;
            continued += HasCheckpoint(workspace) ? 1 : 0;
            if (trouble is not null)
            {
                failures.Add($"kill {kill}: {trouble}");
            }

            if (!struck || kill % 10 == 0 || kill == kills)
            {
                finished++;
                failures.AddRange(Finish(workspace, expected).Select(message => $"after kill {kill}: {message}"));
                Forget(workspace);
            }

            if (kill % 25 == 0 || kill == kills)
            {
                output.WriteLine(
                    $"{kill} kills: {hit} struck a run, {continued} left a checkpoint to go on from, {finished} runs were finished and compared, {failures.Count} wrong"
                );
            }
        }

        return failures;
    }

    private Dictionary<string, string> Uninterrupted(SmallWorkspace workspace)
    {
        (int code, _, string errors) = tool.Run(workspace);
        return code == 0 ? Tables(workspace) : throw new ResearchException($"The uninterrupted run failed: {errors}");
    }

    private (bool Struck, string? Trouble) Kill(SmallWorkspace workspace, Rng rng)
    {
        var victim = (Victim)rng.NextInt(3);
        int moment = rng.NextInt(LongestMilliseconds);
        using Process process = tool.Start(workspace, "run", "all", "--checkpoint", "0", "--jobs", "2");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> text = process.StandardOutput.ReadToEndAsync();
        if (process.WaitForExit(moment))
        {
            return (
                false,
                process.ExitCode == 0
                    ? null
                    : $"a run that nobody killed ended with {process.ExitCode}: {text.Result}{errors.Result}"
            );
        }

        Process[] workers = Children.Of(process.Id);
        foreach (
            Process killed in victim == Victim.Engine ? [process]
            : victim == Victim.Worker ? workers
            : [process, .. workers]
        )
        {
            Children.End(killed);
        }

        process.WaitForExit();
        bool survived = victim == Victim.Worker;
        return (
            workers.Length > 0 || !survived,
            survived && process.ExitCode is not (0 or 1)
                ? $"the run whose worker was killed ended with {process.ExitCode}: {errors.Result}"
                : null
        );
    }

    private IEnumerable<string> Finish(SmallWorkspace workspace, Dictionary<string, string> expected)
    {
        (int code, string text, string errors) = tool.Run(workspace, "run", "all", "--checkpoint", "0");
        if (code != 0)
        {
            yield return $"the last run ended with {code}: {text}{errors}";
        }

        Dictionary<string, string> tables = Tables(workspace);
        foreach (
            string path in expected
                .Keys.Union(tables.Keys)
                .Where(path => expected.GetValueOrDefault(path) != tables.GetValueOrDefault(path))
        )
        {
            yield return $"{path} is not what an uninterrupted run gives";
        }

        string[] litter =
        [
            .. new[]
            {
                Path.Combine(workspace.Artifacts, ".engine", "staging"),
                Path.Combine(workspace.Cache, "results", "staging"),
            }
                .Where(Directory.Exists)
                .SelectMany(Directory.GetFileSystemEntries),
        ];
        if (litter.Length > 0)
        {
            yield return $"{litter.Length} leftovers of killed runs were not swept";
        }
    }

    private static bool HasCheckpoint(SmallWorkspace workspace)
    {
        string folder = Path.Combine(workspace.Cache, "results", "checkpoints");
        return Directory.Exists(folder)
            && Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Any(path => !path.EndsWith(".new", StringComparison.Ordinal));
    }

    private static void Forget(SmallWorkspace workspace)
    {
        foreach (string folder in new[] { workspace.Artifacts, workspace.Cache }.Where(Directory.Exists))
        {
            foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                File.SetAttributes(file, FileAttributes.Normal);
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static Dictionary<string, string> Tables(SmallWorkspace workspace) =>
        Directory
            .EnumerateFiles(workspace.Artifacts, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".csv" or ".md")
            .ToDictionary(path => Path.GetRelativePath(workspace.Artifacts, path), File.ReadAllText);
}
