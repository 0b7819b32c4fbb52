using System.CommandLine;
using System.Globalization;
using Research.Cli.Commands;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;
using Research.Pipeline.Store.Remote;
using Research.Pipeline.Targets;

namespace Research.Cli.Projects;

/// <summary>research cache export FILE, research cache import FILE: the results of a commit in one archive, and back.</summary>
internal static class CacheArchives
{
    private const int Tenth = 10;

    public static ToolCommand Export()
    {
        var file = new Argument<string>("file") { Description = "The archive, such as results.zip." };
        var features = new Option<bool>("--features")
        {
            Description = "Feature sets and generated data too: large, and made again where they are needed.",
        };
        return new ToolCommand(
            "export",
            "Writes the stored results of this source, trials and tables, into one archive: for an artifact review, Zenodo, a machine without network.",
            ["research cache export results.zip --profile paper"]
        )
            .Taking(file, features)
            .DoingOnProject((project, parsed) => Write(project, parsed.GetValue(file)!, parsed.GetValue(features)));
    }

    public static ToolCommand Import()
    {
        var file = new Argument<string>("file") { Description = "An archive that 'research cache export' wrote." };
        var signed = new Option<bool>("--signed") { Description = "Use only what a key in trusted-keys.json signed." };
        var unverified = new Option<bool>("--unchecked") { Description = "Recompute nothing." };
        return new ToolCommand(
            "import",
            "Takes an archive's results into the store, and recomputes a tenth of them, drawn at random, to see the same bits.",
            ["research cache import results.zip --profile paper"]
        )
            .Taking(file, signed, unverified)
            .RunningOnProject(
                (project, settings, parsed, cancellation) =>
                    Take(
                        project,
                        parsed.GetValue(file)!,
                        parsed.GetValue(signed),
                        parsed.GetValue(unverified),
                        settings,
                        cancellation
                    )
            );
    }

    private static int Write(Project project, string file, bool features)
    {
        using SigningKey? key = RemoteSettings.KeyFile is { } path ? SigningKey.Read(path) : null;
        Manifest[] stored =
        [
            .. project
                .Plan("all")
                .Steps.Where(step =>
                    step.Fingerprint is not null
                    && (features || step.Target.Kind is not (TargetKind.Features or TargetKind.Dataset))
                )
                .Select(step => project.Store.Find(step.Fingerprint!.Id))
                .OfType<Manifest>()
                .DistinctBy(manifest => manifest.Fingerprint),
        ];
        if (stored.Length == 0)
        {
            throw new ResearchException("The store holds no result of this source; run something first.");
        }

        int written = ResultArchive.Write(file, stored, project.Store.Locate, key);
        Terminal.Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{file}: {written} results{(key is null ? "" : ", signed")}, {new FileInfo(file).Length / 1e6:F1} MB"
            )
        );
        return ExitCodes.Well;
    }

    /// <summary>Takes an archive's results into the store, and recomputes a tenth of what came.</summary>
    /// <param name="signed">Use only what a trusted key signed.</param>
    /// <param name="trustful">Recompute nothing.</param>
    /// <returns>0 where all is well.</returns>
    internal static int Take(
        Project project,
        string file,
        bool signed,
        bool trustful,
        RunSettings settings,
        CancellationToken cancellation
    )
    {
        TrustedKeys? trusted = signed ? TrustedKeys.Of(project.Settings.Root) : null;
        (IReadOnlyList<string> named, IReadOnlyList<string> came) = ResultArchive.Take(
            file,
            project.Store,
            trusted,
            project.Settings.Warn
        );
        int whole = named.Count(fingerprint => project.Store.Find(fingerprint) is not null);
        Terminal.Say(
            $"{file}: {came.Count} of {named.Count} results came, {whole - came.Count} were in the store before, {named.Count - whole} are not used"
        );
        int checkedWell = trustful || came.Count == 0 ? ExitCodes.Well : KeptIfWell(project, came, settings, cancellation);
        return checkedWell == ExitCodes.Well && whole < named.Count ? ExitCodes.Failure : checkedWell;
    }

    // What was not found to be right is not kept: a second try would find it in the store, and believe it.
    private static int KeptIfWell(
        Project project,
        IReadOnlyList<string> came,
        RunSettings settings,
        CancellationToken cancellation
    )
    {
        int code = ExitCodes.Failure;
        try
        {
            return code = Check(project, came, settings, cancellation);
        }
        finally
        {
            if (code != ExitCodes.Well)
            {
                foreach (string fingerprint in came)
                {
                    project.Store.Forget(fingerprint);
                }

                Terminal.Say($"None of the {came.Count} results that came is kept.");
            }
        }
    }

    // Of what came, not of what was here: that is what nobody has checked.
    private static int Check(Project project, IReadOnlyList<string> came, RunSettings settings, CancellationToken cancellation)
    {
        var foreign = came.ToHashSet();
        Plan plan = project.Plan("all");
        Step[] candidates = [.. Challenge.Candidates(project, plan).Where(step => foreign.Contains(step.Fingerprint!.Id))];
        if (candidates.Length == 0)
        {
            Terminal.Say(
                "None of them can be recomputed here: they are of another source or profile, or of recordings that cannot be had. --profile names the profile; --unchecked takes them as they are."
            );
            return ExitCodes.Failure;
        }

        ulong seed = (ulong)TimeProvider.System.GetTimestamp() % 1_000_000;
        return ChallengeCommand.Run(
            project,
            plan,
            candidates,
            (candidates.Length + Tenth - 1) / Tenth,
            seed,
            countersign: false,
            settings,
            cancellation
        );
    }
}
