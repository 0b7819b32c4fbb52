using Cake.Frosting;
using Research.Build.Runs;
using Research.Pipeline;
using Research.Pipeline.Runs;
using Research.Pipeline.Targets;
using Research.Results.Claims;
using Research.Results.Tables;

namespace Research.Build.Tasks;

/// <summary>Closes a study: claims.csv, every published figure with ours and a verdict. Only for the study's own data.</summary>
internal sealed class StudyTask(Study study) : AsyncFrostingTask<BuildContext>, IEngineTask
{
    public IReadOnlyList<string> Targets(Profile profile) =>
        profile.AnswersClaims() && HasClaims ? [ClaimsTarget.NameOf(study.Name)] : [];

    private bool HasClaims => study.Claims.All.Count > 0;

    public bool OnlyTells => true;

    public override async Task RunAsync(BuildContext context)
    {
        string name = study.Name;
        if (!HasClaims)
        {
            context.Display.Say($"{name}: nothing of it was published, so nothing is compared");
            return;
        }

        if (!context.Options.Profile.AnswersClaims())
        {
            string why = context.Options.Profile == Profile.Sample ? "a sample" : "generated data";
            context.Display.Say($"{name}: {why}, so no published figure is compared");
            return;
        }

        StepResult result = (await context.Engine.ResultsAsync())[ClaimsTarget.NameOf(study.Name)];
        if (!result.IsWell)
        {
            context.Display.Say($"{name}: published figures are not compared: not every experiment has run");
            return;
        }

        string file = ClaimsFile(context, name);
        context.Claims.Add(name);
        var claims = CsvTable.Load(file);
        context.Display.Say($"{name}: of {claims.Rows.Count} published figures: {ClaimReport.CountVerdicts(claims)}");
    }

    internal static string ClaimsFile(BuildContext context, string study) =>
        Path.Combine(context.Artifacts, context.Options.Profile.Name(), study, ClaimsTarget.File);
}
