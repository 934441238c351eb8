"""Reads calls as lines of JSON and answers each with the error code that boto3 saw, or none."""

import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError
from botocore import xform_name

endpoint = sys.argv[1]
clients = {}


def client(service):
    if service not in clients:
        clients[service] = boto3.client(
            service,
            endpoint_url=endpoint,
            region_name="us-east-1",
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}),
        )
    return clients[service]


def typed(value, shape):
    """A text of the scenario is UTF-8 where the model has bytes."""
    if shape.type_name == "structure":
        return {name: typed(each, shape.members[name]) for name, each in value.items()}
    if shape.type_name == "list":
        return [typed(each, shape.member) for each in value]
    if shape.type_name == "map":
        return {name: typed(each, shape.value) for name, each in value.items()}
    return value.encode() if shape.type_name == "blob" else value


for line in sys.stdin:
    call = json.loads(line)
    aws = client(call["service"])
    shape = aws.meta.service_model.operation_model(call["operation"]).input_shape
    error = ""
    try:
        arguments = typed(call["input"], shape) if shape else {}
        getattr(aws, xform_name(call["operation"]))(**arguments)
    except ClientError as e:
        error = e.response["Error"]["Code"]
    except Exception as e:  # What boto3 itself refuses is an answer of this client too.
        error = f"{type(e).__name__}: {e}"
    print(json.dumps({"error": error}), flush=True)
