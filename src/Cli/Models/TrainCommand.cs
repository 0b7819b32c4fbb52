using System.CommandLine;
using Research.Cli.Commands;
using Research.Cli.Help;
using Research.Cli.Projects;
using Research.Data;
using Research.Data.Locking;
using Research.Data.Own;
using Research.Data.Store;
using Research.Evaluation.Recognition;
using Research.Experiments;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Runs;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;
using Research.Results.Trials;

namespace Research.Cli.Models;

/// <summary>research train EXPERIMENT --data NAME: trains an experiment's model on a user's own recordings, or its classifier on their features, and writes a package.</summary>
internal sealed class TrainCommand : ITopLevelCommand
{
    private const ulong Seed = 1;

    public Command Create()
    {
        var experiment = new Argument<string>("experiment") { Description = $"One of {string.Join(", ", Names())}." };
        var data = new Option<string>("--data")
        {
            Description = "A dataset of your own; see: research data add.",
            Required = true,
        }.CompletesOwnDatasets();
        var file = new Option<string?>("--out") { Description = "The package; NAME.rmodel by default." };
        var bounds = new BoundOptions();
        var command = new ToolCommand(
            "train",
            "Trains the model of an experiment on recordings of your own, or its classifier on a table of features or arrays, tells how it does on those that it did not learn from, and writes a package for predict.",
            ["research train SpeechEmotion.Handcrafted --data birds", "research predict birds.rmodel new.wav"]
        ).Taking(experiment, data, file);
        bounds.AddTo(command);
        return command.Doing(
            (parsed, cancellation) =>
            {
                string name = parsed.GetValue(data)!;
                string package = parsed.GetValue(file) ?? name + ModelFiles.Extension;
                return Train(parsed.GetValue(experiment)!, name, package, bounds.SettingsOf(parsed), cancellation);
            }
        );
    }

    private static IEnumerable<(string Target, ITrainsOnOwnData Experiment)> All() =>
        from study in Studies.All
        from experiment in study.Experiments(Profile.Paper)
        where experiment is ITrainsOnOwnData
        select (experiment.Target, (ITrainsOnOwnData)experiment);

    private static IEnumerable<string> Names() => All().Select(own => own.Target);

    private static int Train(string asked, string name, string package, RunSettings bounds, CancellationToken cancellation)
    {
        ITrainsOnOwnData experiment =
            All().FirstOrDefault(own => string.Equals(own.Target, asked, StringComparison.OrdinalIgnoreCase)).Experiment
            ?? throw new UsageException(
                $"There is no model of '{asked}' to train.{Suggestions.For(asked, Names())} There are {string.Join(", ", Names())}."
            );
        if (!package.EndsWith(ModelFiles.Extension, StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"{package}: a model package ends in {ModelFiles.Extension}.");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(package)) is { } folder && !Directory.Exists(folder))
        {
            throw new UsageException($"--out {package}: there is no folder {folder}.");
        }

        string root = Checkout.Here();
        OwnData own = Open(name, root, asked, experiment);
        ExportedModel model = experiment.On(own);
        Trial[] trials = model.Background is null ? [model.Trial] : [model.Trial, model.Background];
        TargetGraph graph = GraphOf(trials, $"{asked}:{name}");
        using var project = new Project(
            ProjectSettings.Standard(root, Catalogue.Assembly, Profile.Paper, paranoid: false),
            graph
        );
        TrialResult[] results = Run(project, graph, bounds, cancellation);
        TrialResult? background = model.Background is null ? null : results[1];
        ModelCard alone = experiment.CardOf(model, own, results[0]);
        ModelCard card = background is null ? alone : alone.WithBackground(background);
        Recognizer trained = ModelFiles.Read(model, card, results[0].Model!, background?.Model, Studies.ModelKinds);
        File.WriteAllBytes(package, ModelFiles.Write(trained));
        Terminal.Say(
            FormattableString.Invariant(
                $"{package}: {card.Title}; accuracy {card.Score.Accuracy:0.000}, uar {card.Score.UnweightedAverageRecall:0.000} on {card.Score.Items} {(own.Shape is null ? "recordings" : "items")} of {name} that it did not learn from ({card.LearnedFrom} it did). Try it: research predict {package} FILE"
            )
        );
        return ExitCodes.Well;
    }

    private static OwnData Open(string name, string root, string asked, ITrainsOnOwnData experiment)
    {
        using var http = new HttpClient();
        DatasetLock pins = Checkout.OwnPinsOf(root);
        DatasetEntry entry =
            pins.Datasets.FirstOrDefault(own => own.Id == name)
            ?? throw new UsageException(
                $"'{name}' is no dataset of your own.{Suggestions.For(name, pins.Datasets.Select(own => own.Id))} Add it: research data add {name} FOLDER --labels FILE"
            );
        DatasetStore store = DatasetStore.Standard(http, new FileHashes(null, paranoid: false));
        if (store.StateOf(entry) != DatasetState.Verified)
        {
            throw new UsageException(
                $"'{name}' is not in the store as it was added; add it again: research data add {name} FOLDER --labels FILE"
            );
        }

        string folder = store.FolderOf(entry);
        var data = new Dataset(name, entry.Version, entry.Digest, Synthetic: false, OwnDataset.Read(folder));
        return experiment.TakesMatrices || OwnData.AreRecordings(data)
            ? OwnData.Of(OwnDataset.Named(name), data, OwnDataset.ColumnsOf(folder), Seed)
            : throw new ResearchException(
                $"'{name}' holds no recordings, which the model of {asked} hears. A table of features or arrays are learned by {string.Join(", ", All().Where(own => own.Experiment.TakesMatrices).Select(own => own.Target))}."
            );
    }

    private static TargetGraph GraphOf(Trial[] trials, string name) =>
        new([
            .. trials.SelectMany(trial => trial.Data).DistinctBy(data => data.Id).Select(data => new DatasetTarget(data)),
            .. trials.SelectMany(trial => trial.Features).SelectMany(FeatureTargets.Of),
            .. trials.Select((trial, k) => new TrialTarget(trial, FormattableString.Invariant($"{name}/{k + 1}"), [])),
        ]);

    // Of the trials, in their order.
    private static TrialResult[] Run(Project project, TargetGraph graph, RunSettings bounds, CancellationToken cancellation)
    {
        TrialTarget[] targets = [.. graph.All.OfType<TrialTarget>()];
        Plan plan = project.PlanFor(targets);
        ParallelLoop.Threads = bounds.Jobs;
        var engine = new Engine(project, new InProcess(graph), bounds, new ConsoleObserver(Console.Error, plan));
        StepResult[] results = [.. engine.RunAsync(plan, cancellation).GetAwaiter().GetResult()];
        if (results.FirstOrDefault(result => !result.IsWell) is { } failed)
        {
            throw new ResearchException(failed.Message);
        }

        return [.. targets.Select(target => ResultOf(project, plan, target))];
    }

    private static TrialResult ResultOf(Project project, Plan plan, TrialTarget target)
    {
        Manifest made = project.Store.Find(plan[target.Name].Fingerprint!.Id)!;
        return TrialFiles.Read(file =>
            made.Outputs.FirstOrDefault(output => output.Path == file) is { } output
                ? project.Store.Locate(output)!.ReadAllBytes()
                : null
        );
    }
}
