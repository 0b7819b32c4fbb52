namespace Research.SelfTests;

/// <summary>research selftest mutations: every kind of change on a temporary copy of the small workspace.</summary>
/// <param name="tool">The tool.</param>
/// <param name="output">Takes a line a kind.</param>
/// <param name="full">Also run after each change and after taking it back; else plans are enough.</param>
public sealed class MutationTest(Tool tool, TextWriter output, bool full)
{
    private readonly List<string> _failures = [];

    /// <returns>Names of the kinds that went wrong, with what was seen.</returns>
    public IReadOnlyList<string> Run()
    {
        using SmallWorkspace workspace = SmallWorkspace.Create();
        Dictionary<string, string> original = Contents(workspace);
        Expect("the first run", tool.Run(workspace).Code == 0, "it failed");
        foreach (Mutation mutation in Mutations.Caught)
        {
            Try(workspace, original, mutation, "caught");
        }

        Try(workspace, original);
        foreach (Mutation mutation in Mutations.Neutral)
        {
            Try(workspace, original, mutation, "neutral");
        }

        CloneElsewhere(workspace);
        return _failures;
    }

    private void Try(SmallWorkspace workspace, Dictionary<string, string> original, Mutation mutation, string kind)
    {
        mutation.Apply(workspace);
        Check(mutation, kind, tool.Plan(workspace));
        if (full && mutation.Refused is null)
        {
            (int code, _, string errors) = tool.Run(workspace);
            Expect($"{mutation.Name}: the run", code == 0, errors);
            Expect(
                $"{mutation.Name}: a second run",
                tool.Plan(workspace).Values.All(state => state == "up to date"),
                "it would do something again"
            );
        }

        PutBack(workspace, original);
        if (full || mutation.Restored.Count > 0 || mutation.Name.Contains("store", StringComparison.Ordinal))
        {
            Expect($"{mutation.Name}: taken back", tool.Run(workspace).Code == 0, "the run failed");
            Expect(
                $"{mutation.Name}: taken back",
                tool.Plan(workspace).Values.All(state => state == "up to date"),
                "it would do something again"
            );
        }
    }

    private void Check(Mutation mutation, string kind, IReadOnlyDictionary<string, string> plan)
    {
        if (mutation.Refused is { } refused)
        {
            Expect(
                $"{kind}: {mutation.Name}",
                plan.TryGetValue("error", out string? error) && error.Contains(refused, StringComparison.Ordinal),
                $"the plan did not refuse {refused}: {error}"
            );
            return;
        }

        string[] made = Of(plan, "make");
        string[] restored = Of(plan, "restore");
        Expect(
            $"{kind}: {mutation.Name}",
            made.SequenceEqual(mutation.Made.Order(StringComparer.Ordinal))
                && restored.SequenceEqual(mutation.Restored.Order(StringComparer.Ordinal)),
            $"makes [{string.Join(", ", made)}], restores [{string.Join(", ", restored)}]; expected [{string.Join(", ", mutation.Made)}] and [{string.Join(", ", mutation.Restored)}]{(plan.TryGetValue("error", out string? problem) ? $"; {problem}" : "")}"
        );
    }

    // Data edited while the experiment that reads it runs: nothing may be kept.
    private void Try(SmallWorkspace workspace, Dictionary<string, string> original)
    {
        workspace.Edit("Catalogue.cs", "DelayMilliseconds = 0", "DelayMilliseconds = 2000");
        using System.Diagnostics.Process process = tool.Start(workspace, "run", "Small.Alpha");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        var errors = new System.Text.StringBuilder();
        bool edited = false;
        while (process.StandardError.ReadLine() is { } line)
        {
            errors.AppendLine(line);
            if (!edited && line.StartsWith("Small.Alpha, trials:", StringComparison.Ordinal))
            {
                Thread.Sleep(700);
                File.WriteAllText(workspace.PathOf("data/a.txt"), "9\n");
                edited = true;
            }
        }

        process.WaitForExit();
        bool refused =
            process.ExitCode != 0 && output.Result.Contains("changed while it ran (data/a.txt)", StringComparison.Ordinal);
        Expect("caught: an edit during the run", refused, $"exit code {process.ExitCode}: {output.Result}{errors}");
        Expect(
            "an edit during the run: the next plan",
            tool.Plan(workspace).GetValueOrDefault("Small.Alpha/1") == "make",
            "it kept the result"
        );
        PutBack(workspace, original);
        tool.Run(workspace);
    }

    private void CloneElsewhere(SmallWorkspace workspace)
    {
        SmallWorkspace clone = workspace.Clone();
        string[] made = Of(tool.Plan(clone), "make");
        Expect("neutral: a clone in another folder", made.Length == 0, $"makes {string.Join(", ", made)}");
        Expect("a clone in another folder: the run", tool.Run(clone).Code == 0, "it failed");
        bool same = Directory
            .EnumerateFiles(workspace.Artifacts, "*.csv", SearchOption.AllDirectories)
            .All(path =>
                File.ReadAllText(path)
                == File.ReadAllText(Path.Combine(clone.Artifacts, Path.GetRelativePath(workspace.Artifacts, path)))
            );
        Expect("a clone in another folder: its tables", same, "they differ");
    }

    private static string[] Of(IReadOnlyDictionary<string, string> plan, string state) =>
        [.. plan.Where(step => step.Value == state).Select(step => step.Key).Order(StringComparer.Ordinal)];

    private void Expect(string what, bool holds, string otherwise)
    {
        output.WriteLine($"{(holds ? "ok" : "FAILED")}: {what}{(holds ? "" : $": {otherwise}")}");
        if (!holds)
        {
            _failures.Add($"{what}: {otherwise}");
        }
    }

    private static Dictionary<string, string> Contents(SmallWorkspace workspace) =>
        new[] { "source", "data" }
            .SelectMany(folder => Directory.GetFiles(workspace.PathOf(folder)))
            .ToDictionary(path => Path.GetRelativePath(workspace.Root, path), File.ReadAllText);

    private static void PutBack(SmallWorkspace workspace, Dictionary<string, string> original)
    {
        foreach (string folder in new[] { "source", "data" })
        {
            foreach (
                string file in Directory
                    .GetFiles(workspace.PathOf(folder))
                    .Where(path => !original.ContainsKey(Path.GetRelativePath(workspace.Root, path)))
            )
            {
                File.Delete(file);
            }
        }

        foreach (
            (string file, string text) in original.Where(item =>
                !File.Exists(workspace.PathOf(item.Key)) || workspace.Read(item.Key) != item.Value
            )
        )
        {
            workspace.Write(file, text);
        }

        workspace.Compile();
    }
}
