using Research.Pipeline.Tests.Contract.Found;

namespace Research.Pipeline.Tests.Contract;

public class FoundExperimentsTests
{
    [Fact]
    public void Experiments_come_in_their_order_with_the_values_of_the_profile()
    {
        Assert.Equal(["Later: Quick"], QuestionsIn(Profile.Quick));
        Assert.Equal(["Earlier: Paper", "Later: Paper"], QuestionsIn(Profile.Paper));
        Assert.Equal(["Earlier: Sample", "Later: Sample"], QuestionsIn(Profile.Sample));
    }

    // What knows nothing of it is never asked: its values might end as those of quick.
    [Fact]
    public void Profile_full_is_paper_but_for_experiments_that_have_more_in_it() =>
        Assert.Equal(["Earlier: Paper", "Later: Full"], QuestionsIn(Profile.Full));

    [Fact]
    public void Every_profile_is_found_by_its_name()
    {
        Assert.Equal(Enum.GetValues<Profile>(), Profiles.Names.Select(Profiles.Of));
        Assert.Equal(["quick", "paper", "sample", "full"], Enum.GetValues<Profile>().Select(profile => profile.Name()));
        Assert.Equal([Profile.Paper, Profile.Full], Enum.GetValues<Profile>().Where(profile => profile.AnswersClaims()));
        Assert.Equal(Enum.GetValues<Profile>()[1..], Enum.GetValues<Profile>().Where(profile => profile.UsesRecordings()));
    }

    private static string[] QuestionsIn(Profile profile) =>
        [.. FoundExperiments.Beside(typeof(Earlier), profile).Select(experiment => experiment.Question)];
}
