using Research.Experiments.Digits;
using Research.Experiments.FilmEmotion;
using Research.Experiments.GenreAffect;
using Research.Experiments.SpeechEmotion;
using Research.Experiments.Synthetic;
using Research.Pipeline;

namespace Research.Experiments.Tests;

public class StudiesTests
{
    [Fact]
    public void Every_declared_study_is_found_in_the_order_of_the_names()
    {
        Assert.Equal(
            ["Digits", "FilmEmotion", "GenreAffect", "SpeechEmotion", "Synthetic"],
            Studies.All.Select(study => study.Name)
        );
        Assert.Equal(
            [DigitsStudy.Study, FilmEmotionStudy.Study, GenreAffectStudy.Study, SpeechEmotionStudy.Study, SyntheticStudy.Study],
            Studies.All
        );
    }

    [Fact]
    public void A_study_has_the_claims_of_its_folder_and_the_datasets_that_nobody_can_have()
    {
        Study emotions = SpeechEmotionStudy.Study;
        Assert.Equal(["shemo", "shemo-60"], emotions.NotPublic);
        Assert.Equal(typeof(SpeechEmotionStudy), emotions.Source);
        Assert.All(emotions.Claims.All, claim => Assert.Equal("speech-emotion", claim.Document));
    }

    [Fact]
    public void A_folder_without_claims_is_told()
    {
        var error = Assert.Throws<InvalidOperationException>(() => StudyFolder.Of(typeof(StudiesTests), "Tests"));
        Assert.Equal("experiments/Tests/claims.csv is not embedded.", error.Message);
    }
}
