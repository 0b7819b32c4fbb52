using Research.Data;
using Research.Evaluation.Classifiers;
using Research.Evaluation.FrontEnds;
using Research.Evaluation.Recognition;
using Research.Evaluation.Trials;
using Research.Experiments.Digits;
using Research.Experiments.FilmEmotion;
using Research.Experiments.GenreAffect;
using Research.Experiments.SpeechEmotion;
using Research.Features.Sampling;
using Research.Pipeline;
using Research.Pipeline.Records;

namespace Research.Experiments.Tests.Recognition;

/// <summary>What a package says of its features and its network is what its trial was trained with.</summary>
public class ExportedSettingsTests
{
    public static TheoryData<Profile> Profiles => [.. Enum.GetValues<Profile>()];

    public static TheoryData<string> Names => [.. TinyModels.Names];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void What_is_exported_was_trained_on_the_same_features(Profile profile)
    {
        (string Name, ExportedModel Model)[] all = [.. TinyModels.ExportedIn(profile)];
        Assert.NotEmpty(all);
        Assert.All(all, exported => AssertSame(exported.Model.Trial, exported.Model.Settings));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_package_holds_the_settings_of_its_trial(string name)
    {
        TinyModel model = TinyModels.Of(name);
        AssertSame(model.Exported.Trial, model.Packed.Settings);
        Assert.Equal(Text(model.Exported.Settings), Text(model.Packed.Settings));
    }

    private static void AssertSame(Trial trial, object settings)
    {
        switch (trial, settings)
        {
            case (HmmTrial trained, HmmRecognizerSettings told):
                AssertFeatures(trial, told.FrontEnd.Frames.On(trial.Data[0]));
                Assert.Equal(DigitRate, told.FrontEnd.Rate);
                Assert.Equal(trained.PerUtterance, told.PerUtterance);
                break;
            case (RecurrentTrial trained, LstmRecognizerSettings told):
                AssertFeatures(trial, told.FrontEnd.Frames.On(trial.Data[0]));
                Assert.Equal(DigitRate, told.FrontEnd.Rate);
                Assert.False(trained.PerUtterance); // which the settings cannot say
                Assert.Equal(trained.Variant.Network, told.Network);
                break;
            case (AttentionTrial trained, AttentionRecognizerSettings told):
                AssertFeatures(trial, told.Frames.On(trial.Data[0]));
                Assert.Equal(FrameScaling.TrainingFrames, trained.Variant.Scaling);
                Assert.False(trained.Variant.AttendsVoiced);
                Assert.Equal(Text(trained.Variant.Network), Text(told.Network));
                break;
            case (VectorTrial trained, EmotionVectors told):
                AssertFeatures(trial, told.On(trial.Data[0]));
                Assert.Equal(told.VariantName, trained.VectorsName);
                Assert.Equal(GroupScale.None, trained.Scale); // one recording has no group
                break;
            case (VectorTrial trained, GenreRecognizerSettings told):
                AssertFeatures(trial, GenreVectorsOf(trial.Data[0], told.Vectors));
                Assert.Equal(GroupScale.None, trained.Scale);
                break;
            case (PretrainedVectorsTrial whole, GenreRecognizerSettings told):
                AssertSame(whole.Trained, told);
                Assert.Equal(ClipVectors.MusiCnnEmbedding, told.Vectors);
                break;
            case (ImageNetworkTrial trained, FilmRecognizerSettings told):
                AssertFeatures(trial, FilmSettings.Levels(trial.Data[0]));
                Assert.Equal((trained.Network.Architecture, trained.Side), (told.Architecture, told.Side));
                Assert.False(trained.Frozen);
                break;
            default:
                Assert.Fail($"Compare here the settings {settings.GetType().Name} with {trial.GetType().Name}.");
                break;
        }
    }

    // The sample rate of FSDD and of the embedded digits: of recordings at that rate nothing is changed.
    private static RateSettings DigitRate => RateSettings.To(8000);

    private static FeatureSet GenreVectorsOf(DatasetRef data, ClipVectors vectors) =>
        vectors == ClipVectors.MusiCnnEmbedding
            ? new MusiCnnVectors { Data = data, Output = MusiCnnOutput.Embedding }
            : new FrameStatistics { Data = data, Frames = GenreSettings.Mel(GenreSettings.StatisticsBands) };

    private static void AssertFeatures(Trial trial, FeatureSet told)
    {
        FeatureSet read = Assert.Single(trial.Features);
        Assert.Equal(read.Name, told.Name);
        Assert.Equal(Text(read), Text(told));
    }

    // Every member, however deep, as fingerprints have it.
    private static IEnumerable<string> Text(object settings)
    {
        var reader = new SettingsReader();
        reader.Read(settings);
        return reader.Values.Select(value => $"{value.Key} = {value.Value}");
    }
}
