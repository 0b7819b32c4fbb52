using Research.Data;
using Research.Data.Locking;
using Research.Evaluation.Recognition;
using Research.Pipeline;
using Research.Pipeline.Planning;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;
using Research.Results.Trials;

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

    public void Dispose() => _projects.ForEach(project => project.Dispose());

    private static (string, string, string) RightsOf(DatasetLock pins, string id) =>
        pins.FindGenerated(id) is { } generated ? (id, generated.Licence, generated.Citation)
        : pins.Datasets.FirstOrDefault(entry => entry.Id == id) is { } pinned ? (id, pinned.Licence, pinned.Citation)
        : (id, "not known", "not known");

    private IEnumerable<ModelEntry> Of(Profile profile)
    {
        var project = Project.Open(settings with { Profile = profile });
        _projects.Add(project);
        TablesTarget[] exporting =
        [
            .. project.Graph.All.OfType<TablesTarget>().Where(target => target.Experiment is IExportsModels),
        ];
        Plan plan = project.PlanFor(exporting);
        return exporting.SelectMany(target => Of(project, plan, target));
    }

    private static IEnumerable<ModelEntry> Of(Project project, Plan plan, TablesTarget tables)
    {
        string[] trials = [.. tables.Experiment.Trials.Select(trial => trial.Description)];
        foreach (ExportedModel model in ((IExportsModels)tables.Experiment).Models())
        {
            string trial = TrialTarget.NameOf(tables.Name, Array.IndexOf(trials, model.Trial.Description));
            yield return new ModelEntry(tables.Name, model, project.Settings.Profile)
            {
                Cards = FileOf(project, plan[tables.Name], ModelCards.File),
                Weights = FileOf(project, plan[trial], TrialFiles.Model),
                Fingerprint = plan[trial].Fingerprint?.Id ?? "",
            };
        }
    }

    private static StoredFile? FileOf(Project project, Step step, string name) =>
        step.Fingerprint is { } fingerprint
        && project.Store.Find(fingerprint.Id) is { } manifest
        && manifest.Outputs.FirstOrDefault(output => output.Path == name) is { } output
            ? project.Store.Locate(output)
            : null;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
