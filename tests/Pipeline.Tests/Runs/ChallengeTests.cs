using Research.Pipeline.Planning;
using Research.Pipeline.Runs;

namespace Research.Pipeline.Tests.Runs;

public sealed class ChallengeTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void What_took_longer_than_is_asked_for_is_left_out()
    {
        _project.Run(Counting.Standard);
        using Project project = _project.Open(Counting.Standard);
        Plan plan = project.Plan("all");
        IReadOnlyList<Step> all = Challenge.Candidates(project, plan);
        double slowest = all.Max(Seconds);
        Assert.NotEmpty(all);
        Assert.Equal(all, Challenge.Candidates(project, plan, slowest));
        Assert.Equal(all.Where(step => Seconds(step) < slowest), Challenge.Candidates(project, plan, Math.BitDecrement(slowest)));

        double Seconds(Step step) => project.Store.Find(step.Fingerprint!.Id)!.Seconds;
    }
}
