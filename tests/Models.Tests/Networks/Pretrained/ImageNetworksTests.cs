using System.Text.Json;
using Research.Models.Networks.Pretrained;
using Research.Tests;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Pretrained;

public class ImageNetworksTests
{
    private const int Classes = 1000;

    // Parameters as the study prints them; Inception's without its auxiliary output.
    private static readonly Dictionary<ImageArchitecture, long> Printed = new()
    {
        [ImageArchitecture.AlexNet] = 61_100_840,
        [ImageArchitecture.Vgg16] = 138_365_992,
        [ImageArchitecture.SqueezeNet10] = 1_248_424,
        [ImageArchitecture.DenseNet121] = 7_978_856,
        [ImageArchitecture.InceptionV3] = 23_834_568,
        [ImageArchitecture.ResNeXt101] = 88_791_336,
    };

    [Fact]
    public void The_printed_total_of_Inception_leaves_out_its_auxiliary_output()
    {
        using var network = new InceptionV3(Classes);
        Assert.Equal(27_161_264, network.parameters().Sum(parameter => parameter.numel()));
    }

    [Theory]
    [InlineData(ImageArchitecture.AlexNet, "alexnet", 224)]
    [InlineData(ImageArchitecture.AlexNet, "alexnet", 64)]
    [InlineData(ImageArchitecture.Vgg16, "vgg16_bn", 224)]
    [InlineData(ImageArchitecture.SqueezeNet10, "squeezenet1_0", 224)]
    [InlineData(ImageArchitecture.SqueezeNet10, "squeezenet1_0", 64)]
    [InlineData(ImageArchitecture.SqueezeNet11, "squeezenet1_1", 224)]
    [InlineData(ImageArchitecture.SqueezeNet11, "squeezenet1_1", 64)]
    [InlineData(ImageArchitecture.ResNet18, "resnet18", 224)]
    [InlineData(ImageArchitecture.ResNet18, "resnet18", 64)]
    [InlineData(ImageArchitecture.DenseNet121, "densenet121", 224)]
    [InlineData(ImageArchitecture.DenseNet121, "densenet121", 64)]
    [InlineData(ImageArchitecture.InceptionV3, "inception_v3", 96)]
    [InlineData(ImageArchitecture.ResNeXt101, "resnext101_32x8d", 224)]
    public void Names_shapes_and_outputs_are_torchvisions_and_parameters_as_many_as_printed(
        ImageArchitecture architecture,
        string name,
        int side
    )
    {
        var oracle = new NetworkOracle(name);
        using ImageNetwork network = ImageNetworks.Of(architecture, Classes);
        Dictionary<string, Tensor> state = network.state_dict();
        Assert.Equal(
            oracle.State.Select(entry => $"{entry.Name} {string.Join('×', entry.Shape)}").Order(StringComparer.Ordinal),
            state.Select(entry => $"{entry.Key} {string.Join('×', entry.Value.shape)}").Order(StringComparer.Ordinal)
        );
        AssertParameters(architecture, network, oracle);
        oracle.Fill(network);
        network.eval();
        using var scope = NewDisposeScope();
        using IDisposable quiet = no_grad();
        JsonElement values = oracle.Values.GetProperty($"eval_{side}");
        NetworkOracle.AssertOutputs(
            values.GetProperty("logits").GetProperty("values"),
            network.call(Formula.Pictures(side)),
            1e-5,
            name
        );
    }

    private static void AssertParameters(ImageArchitecture architecture, ImageNetwork network, NetworkOracle oracle)
    {
        if (!Printed.TryGetValue(architecture, out long printed))
        {
            return; // the study has no such network
        }

        long counted = network
            .named_parameters()
            .Where(item => !item.name.StartsWith(InceptionV3.AuxiliaryPath, StringComparison.Ordinal))
            .Sum(item => item.parameter.numel());
        Assert.Equal(printed, counted);
        Assert.Equal(oracle.Values.GetProperty("thesis").GetProperty("claim").GetInt64(), counted);
    }

    [Fact]
    public void Both_outputs_of_Inception_are_torchvisions()
    {
        var oracle = new NetworkOracle("inception_v3");
        using var network = new InceptionV3(Classes);
        oracle.Fill(network);
        network.eval();
        using var scope = NewDisposeScope();
        using IDisposable quiet = no_grad();
        (Tensor scores, Tensor auxiliary) = network.WithAuxiliary(Formula.Pictures(network.Side));
        JsonElement values = oracle.Values.GetProperty("eval_299");
        NetworkOracle.AssertOutputs(values.GetProperty("logits").GetProperty("values"), scores, 1e-5, "scores");
        NetworkOracle.AssertOutputs(values.GetProperty("aux_logits").GetProperty("values"), auxiliary, 1e-5, "auxiliary");
    }

    // Tolerances: what float32 itself lost in PyTorch, twice to ten times; densenet121 normalizes over eight values there.
    [Theory]
    [InlineData(ImageArchitecture.AlexNet, "alexnet", 224, "0.0005", 1e-5, 1e-4)]
    [InlineData(ImageArchitecture.SqueezeNet10, "squeezenet1_0", 224, "0.0005", 1e-5, 5e-4)]
    [InlineData(ImageArchitecture.DenseNet121, "densenet121", 64, "1e-05", 1e-3, 1e-4)]
    public void Gradients_and_two_training_steps_are_torchvisions(
        ImageArchitecture architecture,
        string name,
        int side,
        string rate,
        double gradients,
        double outputs
    )
    {
        var oracle = new NetworkOracle(name);
        using ImageNetwork network = ImageNetworks.Of(architecture, Classes);
        oracle.Fill(network);
        using var scope = NewDisposeScope();
        JsonElement values = oracle.Values.GetProperty($"train_{side}_lr{rate}");
        Tensor pictures = Formula.Pictures(side);
        using SGD optimizer = optim.SGD(network.parameters(), double.Parse(rate), momentum: 0.9);
        double[] losses =
        [
            .. Enumerable.Range(0, 2).Select(step => Step(network, pictures, optimizer, step == 0 ? Compared : null)),
        ];
        Golden.AssertClose(values.GetProperty("loss_steps").Numbers(), losses, 1e-4, "loss");
        network.eval();
        NetworkOracle.AssertOutputs(
            values.GetProperty("logits_eval_after_2_steps_first64"),
            network.call(pictures),
            outputs,
            "after"
        );

        void Compared()
        {
            foreach (JsonProperty norm in values.GetProperty("grad_norms_step0").EnumerateObject().Where(p => p.Name != "<all>"))
            {
                float[] own = network.get_parameter(norm.Name)!.grad!.data<float>().ToArray();
                double length = Math.Sqrt(own.Sum(value => (double)value * value));
                Assert.Equal(1, length / norm.Value.GetDouble(), gradients);
            }
        }
    }

    private static double Step(ImageNetwork network, Tensor pictures, SGD optimizer, Action? gradients)
    {
        network.train();
        foreach (Dropout dropout in network.modules().OfType<Dropout>())
        {
            dropout.eval();
        }

        optimizer.zero_grad();
        Tensor loss = nn.functional.cross_entropy(network.call(pictures), tensor([281L, 7L]));
        loss.backward();
        gradients?.Invoke();
        optimizer.step();
        return loss.item<float>();
    }

    [Theory]
    [InlineData(ImageArchitecture.AlexNet)]
    [InlineData(ImageArchitecture.SqueezeNet11)]
    [InlineData(ImageArchitecture.ResNet18)]
    [InlineData(ImageArchitecture.ResNet18Onnx)]
    [InlineData(ImageArchitecture.DenseNet121)]
    [InlineData(ImageArchitecture.InceptionV3)]
    public void The_trunk_and_the_last_layer_are_the_network(ImageArchitecture architecture)
    {
        using ImageNetwork network = ImageNetworks.Of(architecture, 5);
        network.eval();
        using var scope = NewDisposeScope();
        using IDisposable quiet = no_grad();
        Tensor pictures = Formula.Pictures(96);
        Tensor outputs = network.call(pictures);
        Assert.Equal([2, 5], outputs.shape);
        Assert.Equal(outputs.data<float>().ToArray(), network.Scores(network.Features(pictures)).data<float>().ToArray());
        Assert.True(network.has_parameter($"{network.LastLayer}.weight"));
    }

    [Fact]
    public void ResNet_18_has_the_published_number_of_parameters()
    {
        using ImageNetwork network = ImageNetworks.Of(ImageArchitecture.ResNet18, Classes);
        Assert.Equal(11_689_512, network.parameters().Sum(parameter => parameter.numel()));
    }
}
