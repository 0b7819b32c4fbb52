using Research.Data;
using Research.Data.Datasets;
using Research.Evaluation.FrontEnds;
using Research.Features.Images;
using Research.Models.Networks.Pretrained;
using Research.Numerics;
using Research.Tests;
using static TorchSharp.torch;

namespace Research.Evaluation.Tests.FrontEnds;

public class PretrainedNetworkTests
{
    private const int Classes = 1000;

    // The published outputs have six digits and come from float32.
    [Theory]
    [InlineData(true, 2e-4)]
    [InlineData(false, 2e-4)]
    public void Real_weights_say_of_real_pictures_what_their_source_says(bool first, double tolerance)
    {
        Dataset asset = Opened(first ? ImageNetWeights.SqueezeNet10 : ImageNetWeights.SqueezeNet11);
        using var network = new SqueezeNet(Classes, first ? SqueezeNetSettings.DeepCompression : SqueezeNetSettings.Keras);
        ImageWeights.Load(network, PretrainedNetwork.TensorsOf(asset), lastLayer: true);
        network.eval();
        PictureNormalization normalization = first ? PictureNormalization.Caffe : PictureNormalization.Keras;
        foreach (string name in (string[])["check/cat", "check/resnet-cat", "check/squeezenet-piano"])
        {
            using var scope = NewDisposeScope();
            using IDisposable quiet = no_grad();
            Image picture = asset.Items.Single(item => item.Id == name).Image;
            Tensor planes = tensor(normalization.Planes(picture), [1, 3, picture.Height, picture.Width]);
            double[] outputs = [.. network.call(planes).data<float>().ToArray().Select(value => (double)value)];
            Matrix expected = asset.Items.Single(item => item.Id == $"{name}.logits").Matrix;
            Golden.AssertClose(expected.Row(0), outputs, tolerance, name);
        }
    }

    [Fact]
    public void The_trunk_of_the_ONNX_model_answers_as_a_walk_through_its_own_graph()
    {
        using ImageNetwork network = PretrainedNetwork.ResNet18.Make(2, dataset => Opened((PinnedDataset)dataset), seed: 1);
        network.eval();
        float[] planes = new float[3 * 224 * 224];
        for (int i = 0; i < planes.Length; i++)
        {
            (int c, int y, int x) = (i / (224 * 224), i / 224 % 224, i % 224);
            planes[i] = (float)((60 * Math.Sin((0.05 * (c + 1) * x) + (0.03 * y))) + (10 * c));
        }

        using IDisposable quiet = no_grad();
        float[] features = network.Features(tensor(planes, [1, 3, 224, 224])).data<float>().ToArray();
        double[] expected = Golden.Json("resnet18_onnx.json").GetProperty("features").Numbers();
        Golden.AssertClose(expected, [.. features.Select(value => (double)value)], 1e-4 * expected.Max(), "features");
    }

    [Fact]
    public void Means_of_CNTK_are_those_of_its_mean_picture()
    {
        float[] mean = Opened(ResNet18Onnx.Dataset).Items.Single(item => item.Id == "mean").Tensor.Read();
        double[] means = [.. mean.Chunk(224 * 224).Select(plane => plane.Average(value => (double)value))];
        Golden.AssertClose([.. PictureNormalization.Cntk.Means], means, 1e-4);
    }

    [Fact]
    public void A_network_without_weights_follows_from_its_seed()
    {
        PretrainedNetwork untrained = PretrainedNetwork.SqueezeNet11.FromScratch();
        Assert.Equal("squeezenet1_1-random", untrained.Name);
        Assert.Equal(First(1), First(1));
        Assert.NotEqual(First(1), First(2));

        float[] First(ulong seed)
        {
            using ImageNetwork network = untrained.Make(3, _ => throw new InvalidOperationException("It opens nothing."), seed);
            return network.named_parameters().First().parameter.data<float>().ToArray();
        }
    }

    private static Dataset Opened(PinnedDataset dataset) =>
        new(dataset.Id, "1", "", Synthetic: false, dataset.Read(RealData.Folder(dataset.Id)));
}
