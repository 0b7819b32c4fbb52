using Research.Models.Networks.Pretrained;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Pretrained;

public class ImageWeightsTests
{
    [Fact]
    public void A_network_takes_all_tensors_and_answers_as_the_one_they_come_from()
    {
        using ImageNetwork from = ImageNetworks.Of(ImageArchitecture.SqueezeNet11, 4);
        using ImageNetwork to = ImageNetworks.Of(ImageArchitecture.SqueezeNet11, 4);
        ImageWeights.Load(to, TensorsOf(from), lastLayer: true);
        Assert.Equal(Outputs(from), Outputs(to));
    }

    [Fact]
    public void Without_the_last_layer_only_the_trunk_is_taken_whatever_the_classes()
    {
        using ImageNetwork from = ImageNetworks.Of(ImageArchitecture.SqueezeNet11, 4);
        using ImageNetwork to = ImageNetworks.Of(ImageArchitecture.SqueezeNet11, 7);
        float[] last = Values(to, "classifier.1.weight");
        ImageWeights.Load(to, TensorsOf(from), lastLayer: false);
        Assert.Equal(Values(from, "features.12.squeeze.weight"), Values(to, "features.12.squeeze.weight"));
        Assert.Equal(last, Values(to, "classifier.1.weight"));
    }

    [Fact]
    public void What_is_missing_or_of_another_shape_is_named_and_nothing_changes()
    {
        using ImageNetwork from = ImageNetworks.Of(ImageArchitecture.SqueezeNet11, 4);
        using ImageNetwork to = ImageNetworks.Of(ImageArchitecture.SqueezeNet11, 4);
        Dictionary<string, LoadedTensor> tensors = TensorsOf(from);
        tensors.Remove("features.3.squeeze.bias");
        tensors["features.0.weight"] = new([64, 3, 9], () => new float[64 * 27]);
        float[] before = Outputs(to);
        var error = Assert.Throws<ResearchException>(() => ImageWeights.Load(to, tensors, lastLayer: true));
        Assert.Contains("'features.3.squeeze.bias' is missing", error.Message, StringComparison.Ordinal);
        Assert.Contains("'features.0.weight' is 64×3×9 where 64×3×3×3 is needed", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Outputs(to));
    }

    [Fact]
    public void The_older_names_of_a_DenseNet_are_understood()
    {
        using ImageNetwork from = ImageNetworks.Of(ImageArchitecture.DenseNet121, 3);
        using ImageNetwork to = ImageNetworks.Of(ImageArchitecture.DenseNet121, 3);
        Dictionary<string, LoadedTensor> old = TensorsOf(from)
            .ToDictionary(
                pair =>
                    pair.Key.Contains(".denselayer", StringComparison.Ordinal)
                        ? pair
                            .Key.Replace(".norm1.", ".norm.1.", StringComparison.Ordinal)
                            .Replace(".norm2.", ".norm.2.", StringComparison.Ordinal)
                            .Replace(".conv1.", ".conv.1.", StringComparison.Ordinal)
                            .Replace(".conv2.", ".conv.2.", StringComparison.Ordinal)
                        : pair.Key,
                pair => pair.Value
            );
        ImageWeights.Load(to, old, lastLayer: true);
        Assert.Equal(
            Values(from, "features.denseblock4.denselayer16.conv2.weight"),
            Values(to, "features.denseblock4.denselayer16.conv2.weight")
        );
    }

    private static Dictionary<string, LoadedTensor> TensorsOf(ImageNetwork network) =>
        network
            .state_dict()
            .Where(pair => pair.Value.dtype == ScalarType.Float32)
            .ToDictionary(
                pair => pair.Key,
                pair => new LoadedTensor(
                    [.. pair.Value.shape.Select(size => (int)size)],
                    () => pair.Value.data<float>().ToArray()
                )
            );

    private static float[] Values(ImageNetwork network, string name) => network.state_dict()[name].data<float>().ToArray();

    private static float[] Outputs(ImageNetwork network)
    {
        network.eval();
        using var scope = NewDisposeScope();
        using IDisposable quiet = no_grad();
        return network.call(Formula.Pictures(64)).data<float>().ToArray();
    }
}
