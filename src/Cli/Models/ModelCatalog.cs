using Research.Data.Locking;
using Research.Experiments.Recognition;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Planning;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;

namespace Research.Cli.Models;

/// <summary>Every model that the experiments of a checkout keep, trained or not yet.</summary>
internal sealed class ModelCatalog(ProjectSettings settings) : IDisposable
{
    private readonly List<Project> _projects = [];

    /// <summary>Models of both profiles, those of recordings first.</summary>
    public IReadOnlyList<ModelEntry> All() => [.. Of(Profile.Paper), .. Of(Profile.Quick)];

    /// <summary>The trained model that a name means: "Digits.GmmHmm/fsdd", or "Digits.GmmHmm" where that can be only one.</summary>
    /// <exception cref="UsageException">There is no such model, it heard which of several datasets is not said, or it is not trained yet.</exception>
    public ModelEntry Find(string name)
    {
        IReadOnlyList<ModelEntry> all = All();
        ModelEntry[] meant = [.. all.Where(entry => Same(entry.Name, name) || Same(entry.Target, name))];
        if (meant.Length == 0)
        {
            throw new UsageException(
                $"There is no model '{name}': no such file, and the experiments keep {string.Join(", ", all.Select(entry => entry.Name))}."
            );
        }

        ModelEntry[] trained = [.. meant.Where(entry => entry.File is not null)];
        if (trained.Length == 0)
        {
            string commands = string.Join(", or ", meant.Select(entry => entry.Command).Distinct());
            throw new UsageException($"'{name}' is not trained yet. Train it: {commands}");
        }

        // Recordings before generated speech; of one dataset, the model that its experiment lists first.
        ModelEntry[] heard = [.. trained.Where(entry => entry.Synthetic == trained[0].Synthetic)];
        string[] datasets = [.. heard.Select(entry => entry.Load().Card.Dataset).Distinct()];
        return datasets.Length == 1
            ? heard[0]
            : throw new UsageException(
                $"'{name}' can mean {string.Join(" or ", heard.Select(entry => entry.Name))}; name one of them."
            );
    }

    /// <summary>The licence and the citation of a model's data, as datasets.lock has them.</summary>
    public (string Licence, string Citation) RightsOf(ModelCard card)
    {
        var pins = DatasetLock.Load(Checkout.LockFile(settings.Root));
        return pins.FindGenerated(card.Dataset) is { } generated ? (generated.Licence, generated.Citation)
            : pins.Datasets.FirstOrDefault(entry => entry.Id == card.Dataset) is { } pinned ? (pinned.Licence, pinned.Citation)
            : ("not known", "not known");
    }

    public void Dispose() => _projects.ForEach(project => project.Dispose());

    private IEnumerable<ModelEntry> Of(Profile profile)
    {
        var project = Project.Open(settings with { Profile = profile });
        _projects.Add(project);
        foreach (ExperimentTarget target in project.Graph.All.OfType<ExperimentTarget>())
        {
            if (target.Experiment is not ITrainsModels trains)
            {
                continue;
            }

            (Fingerprint, Manifest)? made = MadeOf(project, target);
            foreach (TrainedModel model in trains.Models())
            {
                StoredFile? file = made is { } done ? FileOf(project, done.Item2, model.File) : null;
                yield return new ModelEntry(target.Name, model, profile, file, made?.Item1.Id ?? "");
            }
        }
    }

    private static (Fingerprint, Manifest)? MadeOf(Project project, ExperimentTarget target)
    {
        Step step = project.PlanFor([target])[target.Name];
        return step.Fingerprint is { } fingerprint && project.Store.Find(fingerprint.Id) is { } manifest
            ? (fingerprint, manifest)
            : null;
    }

    private static StoredFile? FileOf(Project project, Manifest manifest, string name) =>
        manifest.Outputs.FirstOrDefault(output => output.Path == name) is { } output ? project.Store.Locate(output) : null;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A model that an experiment keeps.</summary>
/// <param name="Target">The experiment's.</param>
/// <param name="Model">Its file, kind and settings.</param>
/// <param name="Profile">With which the experiment makes it.</param>
/// <param name="File">Where it lies; null where it is not trained yet.</param>
/// <param name="Fingerprint">Of the run that made it; empty where it is not trained yet.</param>
internal sealed record ModelEntry(string Target, TrainedModel Model, Profile Profile, StoredFile? File, string Fingerprint)
{
    private string Dataset => Path.GetFileNameWithoutExtension(Model.File);

    /// <summary>Such as "Digits.GmmHmm/fsdd".</summary>
    public string Name => $"{Target}/{Dataset}";

    public bool Synthetic => Profile == Profile.Quick;

    /// <summary>What trains it.</summary>
    public string Command => $"research run {Target} --profile {Profile.Name()}";

    /// <exception cref="ModelFileException">The file is damaged.</exception>
    public Recognizer Load() => ModelFiles.Read(Model, File!.ReadAllBytes());
}
