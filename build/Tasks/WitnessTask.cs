using Cake.Frosting;
using CliWrap;
using Research.Build.Reports;
using Research.Build.Runs;
using Research.Evaluation.Witnessing;
using Research.Experiments;
using Research.Pipeline;
using Research.Pipeline.Engines;
using Research.Pipeline.Runs;
using Research.Results.Folders;
using Research.Results.Tables;

namespace Research.Build.Tasks;

[TaskName("Witness")]
[TaskDescription(
    "Trains a sample of the networks on TorchSharp too, from the same first weights, batches and masks, and writes results/<profile>/witness.csv"
)]
internal sealed class WitnessTask : AsyncFrostingTask<BuildContext>, IEngineTask
{
    public bool OnlyTells => false;

    public IReadOnlyList<string> Targets(Profile profile) =>
        profile == Profile.Sample ? [] : [.. Catalogue.Witnesses(profile).Select(target => target.Name)];

    public override async Task RunAsync(BuildContext context)
    {
        if (context.Options.Profile == Profile.Sample)
        {
            context.Failures.Add(("Witness", "a sample is a part of profile paper; run it with --profile paper"));
            return;
        }

        IReadOnlyDictionary<string, StepResult> results = await context.Engine.ResultsAsync();
        WitnessTarget[] made =
        [
            .. Catalogue.Witnesses(context.Options.Profile).Where(target => context.Take(results[target.Name])),
        ];
        string trained = $"{made.Length} trainings on the engine {TensorEngine.Compiled}";
        if (!TensorEngine.GivesEqualBits || context.Failures.Count > 0 || !await RunOtherAsync(context))
        {
            context.Display.Say($"Witness: {trained}");
            return;
        }

        Compare(context, made);
    }

    // The same task of the program that is compiled with TorchSharp: it starts from the first weights that lie in artifacts/ now.
    private static async Task<bool> RunOtherAsync(BuildContext context)
    {
        string[] arguments =
        [
            "build/Build.csproj",
            "Research.Build.dll",
            "--engine",
            TensorEngine.TorchSharp,
            "--target",
            "Witness",
            "--profile",
            context.Options.Profile.Name(),
            "--jobs",
            FormattableString.Invariant($"{context.Options.Jobs}"),
        ];
        CommandResult result = await (
            OperatingSystem.IsWindows()
                ? CliWrap.Cli.Wrap("pwsh").WithArguments(["-NoProfile", "-File", "build/program.ps1", .. arguments])
                : CliWrap.Cli.Wrap("sh").WithArguments(["build/program.sh", .. arguments])
        )
            .WithWorkingDirectory(context.Root)
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.ToDelegate(line => context.Display.Say($"{TensorEngine.TorchSharp}: {line}")))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(line => context.Display.Say($"{TensorEngine.TorchSharp}: {line}")))
            .ExecuteAsync(context.Cancellation);
        if (result.ExitCode is not (ExitCodes.Well or ExitCodes.Unavailable))
        {
            context.Failures.Add(
                ("Witness", $"the program with TorchSharp ended with code {result.ExitCode}; what it said stands above")
            );
        }

        return context.Failures.Count == 0;
    }

    private static void Compare(BuildContext context, IReadOnlyList<WitnessTarget> made)
    {
        ResultTable table = WitnessTable.Of([.. made.Select(target => PairOf(context, target))]);
        string path = Path.Combine(context.SnapshotsOfProfile, WitnessFacts.Table);
        PublishedFile.Write(path, table.ToCsv());
        PublishedFile.Write(Path.Combine(context.SnapshotsOfProfile, WitnessFacts.File), FactsOf(context, made[0]).ToJson());
        int differing = Count(table, WitnessTable.Differs);
        context.Display.Say(
            $"Witness: {made.Count} trainings on both engines, {table.Rows.Count} numbers: {Count(table, WitnessTable.Agrees)} agree, {Count(table, WitnessTable.Sensitive)} differ as rounding alone may make them, {differing} differ; see {Path.GetRelativePath(context.Root, path)}"
        );
        if (differing > 0)
        {
            context.Failures.Add(
                ("Witness", $"{differing} of {table.Rows.Count} numbers of the engines differ by more than their tolerance")
            );
        }
    }

    private static int Count(ResultTable table, string verdict) => table.Rows.Count(row => row[^1] == verdict);

    private static WitnessPair PairOf(BuildContext context, WitnessTarget target)
    {
        string Read(string artifacts, string file) =>
            File.ReadAllText(Path.Combine(context.Root, artifacts, target.Folder!, file));
        return new()
        {
            Trial = target.TrialName,
            Description = target.Trial.Description,
            Variant = WitnessSample.VariantOf(target.Trial),
            Portable = Read(TensorEngine.PortableArtifacts, WitnessTarget.Record),
            Perturbed = Read(TensorEngine.PortableArtifacts, WitnessTarget.Perturbed),
            TorchSharp = Read(TensorEngine.TorchSharpArtifacts, WitnessTarget.Record),
        };
    }

    private static WitnessFacts FactsOf(BuildContext context, WitnessTarget target)
    {
        string folder = Path.Combine(context.Root, TensorEngine.TorchSharpArtifacts, target.Folder!);
        IReadOnlyDictionary<string, string> runtime = RunFile
            .Find(folder)!
            .Leaves[target.Name]
            .Single(leaf => leaf.Name == TensorEngine.Leaf)
            .Parts;
        return new(
            WitnessSample.Says(context.Options.Profile),
            runtime.Where(part => TensorEngine.IsFact(part.Key)).ToDictionary()
        );
    }
}
