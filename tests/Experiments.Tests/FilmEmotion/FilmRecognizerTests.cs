using Research.Evaluation.Recognition;
using Research.Experiments.FilmEmotion;
using Research.Experiments.Tests.Recognition;
using Research.Models.Networks.Pretrained;

namespace Research.Experiments.Tests.FilmEmotion;

/// <summary>What the recogniser of emotion refuses. That it answers as its trial did is asked of every kind of model in BatchAnswersTests.</summary>
public class FilmRecognizerTests
{
    private static readonly TinyModel Tiny = TinyModels.Of(
        TinyModels.Names.First(name => name.StartsWith(FilmRecognizer.KindName, StringComparison.Ordinal))
    );

    [Fact]
    public void Each_trunk_is_known_with_as_many_weights_as_it_has()
    {
        foreach ((ImageArchitecture architecture, (_, int weights)) in FilmRecognizer.Known)
        {
            using ImageNetwork network = ImageNetworks.Of(architecture, 2);
            long trunk = network
                .named_parameters()
                .Where(own => !own.name.StartsWith(network.LastLayer + ".", StringComparison.Ordinal))
                .Sum(own => own.parameter.numel());
            Assert.Equal(trunk, weights);
        }
    }

    [Theory]
    [InlineData(31, "31 pixels a side; 32 to 512 can be")]
    [InlineData(513, "513 pixels a side; 32 to 512 can be")]
    public void Pictures_of_a_size_that_no_model_of_ours_has_are_refused(int side, string words)
    {
        var settings = new FilmRecognizerSettings { Architecture = ImageArchitecture.SqueezeNet11, Side = side };
        var error = Assert.Throws<InvalidDataException>(() => new FilmRecognizer(Tiny.Packed.Card, settings, []));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_no_model_of_ours_is_is_refused_by_name()
    {
        var settings = new FilmRecognizerSettings { Architecture = ImageArchitecture.Vgg16, Side = 64 };
        var error = Assert.Throws<InvalidDataException>(() => new FilmRecognizer(Tiny.Packed.Card, settings, []));
        Assert.Contains(
            "'Vgg16'; of pictures of music SqueezeNet11 and ResNet18Onnx can be",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(ImageArchitecture.SqueezeNet11, 722_496)]
    [InlineData(ImageArchitecture.ResNet18Onnx, 15_897_152)]
    public void Weights_that_cannot_be_those_of_its_network_are_refused_before_memory_is_asked_for(
        ImageArchitecture architecture,
        int least
    )
    {
        var settings = new FilmRecognizerSettings { Architecture = architecture, Side = 64 };
        var error = Assert.Throws<InvalidDataException>(() =>
            new FilmRecognizer(Tiny.Packed.Card, settings, new byte[(4 * least) - 1])
        );
        Assert.Contains(FormattableString.Invariant($"at least {least} numbers"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_weights_and_those_for_other_classes_are_refused()
    {
        var settings = (FilmRecognizerSettings)Tiny.Exported.Settings;
        byte[] weights = TinyModels.Run.ResultOf(Tiny.Exported.Trial).Model!;
        ModelCard card = Tiny.Packed.Card;
        Assert.Throws<InvalidDataException>(() => new FilmRecognizer(card, settings, weights[..^8]));
        ModelCard more = card with { Labels = [.. card.Labels, "one more"] };
        Assert.Throws<ArgumentException>(() => new FilmRecognizer(more, settings, weights));
        Assert.Equal(card.Labels.Count, new FilmRecognizer(card, settings, weights).Card.Labels.Count);
    }
}
