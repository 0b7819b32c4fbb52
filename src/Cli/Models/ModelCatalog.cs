using Research.Data;
using Research.Data.Locking;
using Research.Evaluation.Recognition;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;
using Research.Results.Trials;

namespace Research.Cli.Models;

/// <summary>Every model that the experiments of a checkout keep, trained or not yet.</summary>
internal sealed class ModelCatalog(ProjectSettings settings) : IDisposable
{
    private static readonly Profile[] Profiles = [Profile.Paper, Profile.Quick]; // models of recordings first

    private readonly Dictionary<Profile, Project> _projects = [];

    /// <summary>Models of both profiles, those of recordings first.</summary>
    public IReadOnlyList<ModelEntry> All() => Those(_ => true);

    /// <summary>The trained model that a name means: "Digits.GmmHmm/fsdd", or "Digits.GmmHmm" where that can be only one.</summary>
    /// <exception cref="UsageException">There is no such model, it heard which of several datasets is not said, or it is not trained yet.</exception>
    public ModelEntry Find(string name)
    {
        IReadOnlyList<ModelEntry> meant = Those(model => Same(model.Name, name) || Same(model.Target, name));
        if (meant.Count == 0)
        {
            string[] known =
            [
                .. Profiles
                    .SelectMany(Named)
                    .SelectMany(model => (string[])[model.Name, model.Target])
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ];
            throw new UsageException(
                $"There is no model '{name}', and no such file.{Suggestions.For(name, known)} Those that there are: research models"
            );
        }

        ModelEntry[] trained = [.. meant.Where(entry => entry.IsTrained)];
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

    /// <summary>The licence and the citation of all that a model was made of, as datasets.lock has them: its data, and pretrained weights.</summary>
    public IReadOnlyList<(string Id, string Licence, string Citation)> RightsOf(ModelEntry entry)
    {
        DatasetLock pins = Checkout.PinsOf(settings.Root);
        return [.. entry.Model.Trial.Data.Select(data => data.Id).Distinct().Select(id => RightsOf(pins, id))];
    }

    public void Dispose()
    {
        foreach (Project project in _projects.Values)
        {
            project.Dispose();
        }
    }

    private static (string, string, string) RightsOf(DatasetLock pins, string id) =>
        pins.FindGenerated(id) is { } generated ? (id, generated.Licence, generated.Citation)
        : pins.Datasets.FirstOrDefault(entry => entry.Id == id) is { } pinned ? (id, pinned.Licence, pinned.Citation)
        : (id, "not known", "not known");

    // Only the experiments of the models that are meant are planned: fingerprints of all take seconds.
    private ModelEntry[] Those(Func<NamedModel, bool> meant) =>
        [.. Profiles.SelectMany(profile => Entries(profile, [.. Named(profile).Where(meant)]))];

    private IEnumerable<NamedModel> Named(Profile profile) =>
        from tables in ProjectOf(profile).Graph.All.OfType<TablesTarget>()
        where tables.Experiment is IExportsModels
        from model in ((IExportsModels)tables.Experiment).Models()
        select new NamedModel(tables, model);

    private IEnumerable<ModelEntry> Entries(Profile profile, NamedModel[] models)
    {
        if (models.Length == 0)
        {
            return [];
        }

        Project project = ProjectOf(profile);
        Plan plan = project.PlanFor([.. models.Select(model => model.Tables).Distinct()]);
        return models.Select(model => EntryOf(project, plan, model));
    }

    private static ModelEntry EntryOf(Project project, Plan plan, NamedModel named)
    {
        string trial = NameOf(named, named.Model.Trial);
        return new ModelEntry(named.Target, named.Model, project.Settings.Profile)
        {
            Cards = FileOf(project, plan[named.Target], ModelCards.File),
            Weights = FileOf(project, plan[trial], TrialFiles.Model),
            Background = named.Model.Background is { } background
                ? FileOf(project, plan[NameOf(named, background)], TrialFiles.Model)
                : null,
            Fingerprint = plan[trial].Fingerprint?.Id ?? "",
        };
    }

    private static string NameOf(NamedModel named, Trial trial)
    {
        int number = named.Tables.Experiment.Trials.TakeWhile(other => other.Description != trial.Description).Count();
        return TrialTarget.NameOf(named.Target, number);
    }

    private Project ProjectOf(Profile profile)
    {
        if (!_projects.TryGetValue(profile, out Project? project))
        {
            project = Project.Open(settings with { Profile = profile });
            _projects.Add(profile, project);
        }

        return project;
    }

    private static StoredFile? FileOf(Project project, Step step, string name) =>
        step.Fingerprint is { } fingerprint
        && project.Store.Find(fingerprint.Id) is { } manifest
        && manifest.Outputs.FirstOrDefault(output => output.Path == name) is { } output
            ? project.Store.Locate(output)
            : null;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private sealed record NamedModel(TablesTarget Tables, ExportedModel Model)
    {
        public string Target => Tables.Name;

        public string Name => $"{Target}/{Model.Name}";
    }
}
